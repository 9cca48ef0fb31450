/**
 * The texts that cells of a workbook share, kept in a file: a million rows may have five million of them, and memory must
 * not grow with the workbook. Cells refer to them nearly in the order of the file, so few blocks serve most.
 */
import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";

import { LRUCache } from "lru-cache";

import type { Workbook } from "./open-workbook.ts";
import { parseXml } from "./parse-xml.ts";

const blockTexts = 256;
const blocksInMemory = 64;

interface Place {
  readonly at: number;
  readonly bytes: number;
}

export class SharedStrings {
  readonly #file: number;
  readonly #places: Place[] = [];
  readonly #cache = new LRUCache<number, readonly string[]>({ max: blocksInMemory });
  #pending: string[] = [];
  #end = 0;

  /** `folder`: a temporary one, deleted by whoever made it. */
  constructor(folder: string) {
    this.#file = openSync(join(folder, "shared-strings"), "w+");
  }

  add(text: string): void {
    this.#pending.push(text);
    if (this.#pending.length === blockTexts) this.#write();
  }

  /** Undefined for a number that the workbook does not have. */
  at(index: number): string | undefined {
    const block = Math.floor(index / blockTexts);
    const texts = block === this.#places.length ? this.#pending : this.#block(block);
    return texts?.[index % blockTexts];
  }

  close(): void {
    closeSync(this.#file);
  }

  #write(): void {
    const bytes = Buffer.from(JSON.stringify(this.#pending));
    writeSync(this.#file, bytes, 0, bytes.length, this.#end);
    this.#places.push({ at: this.#end, bytes: bytes.length });
    this.#end += bytes.length;
    this.#pending = [];
  }

  #block(block: number): readonly string[] | undefined {
    const known = this.#cache.get(block);
    const place = this.#places[block];
    if (known !== undefined || place === undefined) return known;
    const bytes = Buffer.alloc(place.bytes);
    readSync(this.#file, bytes, 0, place.bytes, place.at);
    const texts = JSON.parse(bytes.toString()) as readonly string[];
    this.#cache.set(block, texts);
    return texts;
  }
}

/** Phonetic guides (`rPh`) stand beside a text and are no part of it. */
export async function readSharedStrings(
  workbook: Workbook,
  part: string,
  into: SharedStrings,
): Promise<void> {
  if (!workbook.has(part)) return;
  let text = "";
  let inText = false;
  let inGuide = false;
  const events = {
    open: (name: string) => {
      if (name === "si") text = "";
      if (name === "rPh") inGuide = true;
      if (name === "t") inText = true;
    },
    close: (name: string) => {
      if (name === "t") inText = false;
      if (name === "rPh") inGuide = false;
      if (name === "si") into.add(text);
    },
    text: (more: string) => {
      if (inText && !inGuide) text += more;
    },
  };
  for await (const _ of parseXml(workbook.name, workbook.read(part), events));
}
