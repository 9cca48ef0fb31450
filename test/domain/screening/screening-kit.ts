/** What every screening test needs: the product's lexicon, read once, and the clause fixtures. */
import { readFileSync } from "node:fs";

import { parse } from "yaml";

import { readLexicon } from "../../../cultivation/screening/extract/read-lexicon.ts";
import type { Condition } from "../../../domain/screening/condition.ts";
import { extractConditions } from "../../../domain/screening/grammar/extract-conditions.ts";

export const lexicon = readLexicon();

export interface ClauseCase {
  readonly id: string;
  readonly text: string;
  readonly tree: Condition | null;
}

/** The cases of a fixture file. */
export function clauseCases(name: string): readonly ClauseCase[] {
  const file = new URL(`../../fixtures/screening/${name}.yaml`, import.meta.url);
  return parse(readFileSync(file, "utf8")) as ClauseCase[];
}

export const composed = [
  "a",
  "b",
  "c",
  "d",
  "e",
  "f",
  "g",
  "h",
  "i",
  "j",
  "k",
  "l",
  "m",
  "n",
  "o",
  "p",
  "q",
].map((letter) => `composed-${letter}`);

/** The tree the grammar reads. */
export function read(text: string): Condition | undefined {
  return extractConditions(text, lexicon).tree;
}
