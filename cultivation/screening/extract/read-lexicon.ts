/** Reads data/screening once per process: the domain builds lexicons, only engines touch files. */
import { readFileSync } from "node:fs";

import { parse } from "yaml";

import { buildLexicon } from "../../../domain/screening/grammar/build-lexicon.ts";
import type { Lexicon } from "../../../domain/screening/grammar/lexicon.ts";

const names = ["measures", "units", "periods", "words", "facts", "lists"] as const;

let cached: Lexicon | undefined;

/** The lexicon of the product's own data files. */
export function readLexicon(): Lexicon {
  cached ??= buildLexicon(Object.fromEntries(names.map((name) => [name, readWords(name)])));
  return cached;
}

function readWords(name: string): unknown {
  const file = new URL(`../../../data/screening/${name}.yaml`, import.meta.url);
  return parse(readFileSync(file, "utf8"));
}
