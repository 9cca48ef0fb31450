/**
 * How exactly the grammar reads clauses, scored by equality of normalised trees, with partial credit (F1 over the leaves):
 * `npm run -s bench -- screening`. Sets `held-out/` and `other-hand/` were written before the grammar read
 * them; their rates when first read stand in docs/screening.md, since by now all have been learnt from.
 */
import { readdirSync, readFileSync } from "node:fs";

import { parse } from "yaml";

import { readLexicon } from "../cultivation/screening/extract/read-lexicon.ts";
import { compareConditions } from "../domain/screening/compare-conditions.ts";
import type { Condition } from "../domain/screening/condition.ts";
import { extractConditions } from "../domain/screening/grammar/extract-conditions.ts";

interface Clause {
  readonly id: string;
  readonly text: string;
  readonly tree: Condition | null;
}

const folder = new URL("../test/fixtures/screening/", import.meta.url);

/** BENCH_MISSES=1 lists what was read of each clause that is not exact. */
const listsMisses = process.env["BENCH_MISSES"] === "1";

export async function run(): Promise<Record<string, unknown>> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .toSorted();
  const scored = files.map((name) => ({ set: name.replace(".yaml", ""), clauses: scoresOf(name) }));
  const misses = scored.flatMap(({ clauses }) => clauses.filter(({ equal }) => !equal));
  return {
    targets:
      "exact >= 95 % of the clauses given (collected), >= 85 % of those held out, 0 wrong numbers",
    rows: scored.map(({ set, clauses }) => rowOf(set, clauses)),
    heldOut: rowOf(
      "held-out",
      scored.flatMap(({ set, clauses }) => (set.startsWith("held-out") ? clauses : [])),
    ),
    ...(listsMisses
      ? { misses: misses.map(({ id, text, found }) => `${id} ${text}\n  ${found}`) }
      : {}),
  };
}

function scoresOf(name: string) {
  const lexicon = readLexicon();
  const clauses = parse(readFileSync(new URL(name, folder), "utf8")) as readonly Clause[];
  return clauses.flatMap(({ id, text, tree }) => {
    if (tree === null) return [];
    const found = extractConditions(text, lexicon).tree;
    const score = compareConditions(found, tree, lexicon.catalogue);
    return [{ id, text, found: JSON.stringify(found), ...score }];
  });
}

function rowOf(set: string, clauses: ReturnType<typeof scoresOf>) {
  const exact = clauses.filter(({ equal }) => equal).length;
  const partial = clauses.reduce((sum, one) => sum + one.partial, 0) / Math.max(1, clauses.length);
  return {
    set,
    clauses: clauses.length,
    exact,
    exactPercent: Math.round((exact / Math.max(1, clauses.length)) * 1_000) / 10,
    partialCredit: Math.round(partial * 1_000) / 1_000,
    wrongNumbers: clauses.reduce((sum, one) => sum + one.wrongNumbers.length, 0),
  };
}
