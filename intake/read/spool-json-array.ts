/**
 * Writes a JSON list out as one element a line, without taking it into memory. Numbers and texts stay as they are
 * written: only line ends between them go.
 */
import { createReadStream, createWriteStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { type Encoding, maxLineBytes } from "./file-facts.ts";
import { refusedFile } from "./refused-file.ts";

export interface SpooledArray {
  readonly path: string;
  readonly bytes: number;
  readonly encoding: Encoding;
  /** Elements of the list. */
  readonly lines: number;
}

const labels = {
  "UTF-8": "utf-8",
  GB18030: "gb18030",
  "UTF-16LE": "utf-16le",
  "UTF-16BE": "utf-16be",
} as const;

/** @throws GoldseedError FILE_REFUSED for a list that ends too early or goes on behind its end, and unknown encodings. */
export async function spoolJsonArray(
  file: { readonly path: string; readonly name: string; readonly folder: string },
  marked: Encoding | null,
  signal?: AbortSignal,
): Promise<SpooledArray> {
  const tries: readonly Encoding[] = marked === null ? ["UTF-8", "GB18030"] : [marked];
  const path = join(file.folder, "elements");
  for (const encoding of tries) {
    const splitter = new ElementSplitter(file.name);
    const lines = elementsOf(file.path, encoding, { splitter, signal });
    try {
      await pipeline(Readable.from(lines), createWriteStream(path));
      return { path, encoding, bytes: splitter.bytes, lines: splitter.elements };
    } catch (error) {
      if ((error as { code?: string }).code !== "ERR_ENCODING_INVALID_ENCODED_DATA") throw error;
    }
  }
  throw refusedFile(
    file.name,
    "既不是 UTF-8，也不是 GB18030，请另存为 UTF-8",
    "is neither UTF-8 nor GB18030 throughout; save it as UTF-8",
  );
}

async function* elementsOf(
  path: string,
  encoding: Encoding,
  {
    splitter,
    signal,
  }: { readonly splitter: ElementSplitter; readonly signal: AbortSignal | undefined },
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(labels[encoding], { fatal: true });
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    signal?.throwIfAborted();
    const lines = splitter.push(decoder.decode(chunk, { stream: true }));
    if (lines.length > 0) yield lines;
  }
  const rest = splitter.push(decoder.decode());
  if (rest.length > 0) yield rest;
  splitter.assertEnded();
}

/** Follows strings and brackets; whether an element is sound JSON is found out when its line is read. */
class ElementSplitter {
  readonly #name: string;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #element = "";
  #ended = false;
  elements = 0;
  bytes = 0;

  constructor(name: string) {
    this.#name = name;
  }

  push(text: string): Buffer {
    let lines = "";
    let from = 0;
    const keep = (to: number): void => {
      this.#element += text.slice(from, to);
      from = to + 1;
    };
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (code === 92) this.#escaped = true;
        else if (code === 34) this.#inString = false;
        else if (code === 10 || code === 13) {
          // No sound JSON has a line end here: the element fails its check instead of the next line.
          keep(at);
          this.#element += "\u0001";
        }
        continue;
      }
      if (code === 34) this.#inString = true;
      else if (code === 91 || code === 123) {
        if (this.#depth === 0) this.#outside();
        if (this.#depth++ === 0) keep(at);
      } else if (code === 93 || code === 125) {
        if (--this.#depth > 0) continue;
        keep(at);
        lines += this.#line();
        this.#end();
      } else if (code === 44 && this.#depth === 1) {
        keep(at);
        lines += this.#line();
      } else if (this.#depth === 0 && code > 32) this.#outside();
    }
    keep(text.length);
    if (this.#element.length > maxLineBytes) throw this.#tooLong();
    const bytes = Buffer.from(lines);
    this.bytes += bytes.length;
    return bytes;
  }

  assertEnded(): void {
    if (this.#ended) return;
    throw refusedFile(
      this.#name,
      `的 JSON 数组在第 ${this.elements + 1} 个元素处中断，文件不完整，请重新发送`,
      `is a JSON list that breaks off in element ${this.elements + 1}: the file is not whole; send it again`,
    );
  }

  /** An empty list has no element; a comma too many makes one, which then is no JSON. */
  #line(): string {
    const text = this.#element.replace(/[\r\n]+/g, " ").trim();
    this.#element = "";
    if (text === "" && this.elements === 0) return "";
    this.elements++;
    return `${text === "" ? "null" : text}\n`;
  }

  #end(): void {
    if (this.#depth === 0) this.#ended = true;
  }

  #outside(): void {
    if (!this.#ended) return;
    throw refusedFile(
      this.#name,
      "的 JSON 数组结束后还有内容",
      "goes on behind the end of its JSON list; send one list",
    );
  }

  #tooLong() {
    return refusedFile(
      this.#name,
      `的第 ${this.elements + 1} 个元素超过 1 MB，不像是数据文件`,
      `holds an element (${this.elements + 1}) of more than 1 MB; no record is`,
    );
  }
}
