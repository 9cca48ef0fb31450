/**
 * Where the linking benchmarks take their register from: a folder named by GOLDSEED_LINK_DATA with `registry.csv.gz`
 * (regid, name, uscc, old_reg_no, city, address) and `name_history.csv`. Real registers are not shipped.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";

import { parseCompanyName, type NameLexicon } from "../domain/enterprise/company-name-parts.ts";
import { readComparableName } from "../domain/linking/comparable-name.ts";
import { buildNameIndex } from "../domain/linking/name-index.ts";
import type { RegistryEntry } from "../domain/linking/registry-entry.ts";
import { sharedPairs } from "../domain/linking/text-slip.ts";
import { readLines } from "../intake/link/load-link-model.ts";
import type { CorruptionLists } from "./link-corruption.ts";
import type { OutsideWorld } from "./link-set.ts";
import { startChance } from "./link-random.ts";

/** The folder, or undefined with a line on stderr that says what is missing. */
export function linkDataFolder(): string | undefined {
  const folder = process.env["GOLDSEED_LINK_DATA"];
  if (folder !== undefined && existsSync(join(folder, "registry.csv.gz"))) return folder;
  console.error("link: SKIPPED, GOLDSEED_LINK_DATA names no folder with registry.csv.gz");
  return undefined;
}

export async function buildCorruptionLists(
  entries: readonly RegistryEntry[],
  lexicon: NameLexicon,
): Promise<CorruptionLists> {
  const counts = new Map<string, number>();
  for (const { names } of entries) {
    for (const c of names[0]!.name) counts.set(c, (counts.get(c) ?? 0) + 1);
  }
  const frequent = [...counts].filter(([c, n]) => n >= 300 && c >= "\u4e00").map(([c]) => c);
  const weight = (c: string): number => Math.ceil(Math.sqrt(counts.get(c) ?? 0) / 8);
  const homophones = new Map<string, string[]>();
  for (const line of await readLines("homophones.txt")) {
    const all = Array.from(line.split(" ")[1] ?? "").filter((c) => (counts.get(c) ?? 0) >= 300);
    for (const c of all) {
      const others = all.filter((other) => other !== c);
      const weighted = others.flatMap((other) => Array<string>(weight(other)).fill(other));
      homophones.set(c, [...(homophones.get(c) ?? []), ...weighted]);
    }
  }
  const lookAlikes = new Map<string, string[]>();
  for (const line of await readLines("look-alike-groups.txt")) {
    for (const c of line) {
      const others = Array.from(line).filter((other) => other !== c);
      lookAlikes.set(c, [...(lookAlikes.get(c) ?? []), ...others]);
    }
  }
  const parts = (name: string) => parseCompanyName(name, lexicon);
  return {
    homophones,
    lookAlikes,
    frequent,
    regionLength: (name) => {
      const text = parts(name).regionText;
      return name.startsWith(text) ? text.length : 0;
    },
    stemOf: (name) => parts(name).stem,
  };
}

/** Entries that have a like-named neighbour in their city: what is missed most when it is missing from the register. */
export function findSiblings(
  entries: readonly RegistryEntry[],
  lexicon: NameLexicon,
  { seed, count }: { readonly seed: number; readonly count: number },
): number[] {
  const names = entries.map(({ names }) => readComparableName(names[0]!.name, lexicon));
  const index = buildNameIndex(names);
  const chance = startChance(seed);
  const found = new Set<number>();
  while (found.size < count) {
    const row = chance.below(entries.length);
    const near = index.findByPairs(names[row]!, 6).find((other) => {
      if (other === row || entries[other]!.city !== entries[row]!.city) return false;
      return sharedPairs(names[other]!.whole, names[row]!.whole) >= 0.55;
    });
    if (near !== undefined) found.add(row);
  }
  return [...found];
}

/**
 * Splits a register into inside and outside by city, so that names of the outside world meet names inside as often as
 * real ones do: what other provinces look like from here.
 */
export function splitByCity(
  entries: readonly RegistryEntry[],
  lexicon: NameLexicon,
  cities: ReadonlySet<string>,
): { readonly inside: RegistryEntry[]; readonly outside: OutsideWorld } {
  const inside = entries.filter(({ city }) => !cities.has(city));
  const names = inside.map(({ names }) => readComparableName(names[0]!.name, lexicon));
  const texts = new Set(names.map(({ text }) => text));
  const index = buildNameIndex(names);
  const same: RegistryEntry[] = [];
  const near: RegistryEntry[] = [];
  for (const entry of entries) {
    if (!cities.has(entry.city)) continue;
    const name = readComparableName(entry.names[0]!.name, lexicon);
    if (name.parentLength < name.text.length) continue;
    if (texts.has(name.text)) same.push(entry);
    else if (index.find(name, 3).some((row) => sharedPairs(names[row]!.text, name.text) >= 0.6))
      near.push(entry);
  }
  return { inside, outside: { same, near } };
}
