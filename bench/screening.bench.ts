/** How exactly the grammar reads clauses, scored by equality of normalised trees: `npm run -s bench -- screening`. */
import { readdirSync, readFileSync } from "node:fs";

import { parse } from "yaml";

import { readLexicon } from "../cultivation/screening/extract/read-lexicon.ts";
import { compareConditions } from "../domain/screening/compare-conditions.ts";
import type { Condition } from "../domain/screening/condition.ts";
import { extractConditions } from "../domain/screening/grammar/extract-conditions.ts";

interface Clause {
  readonly text: string;
  readonly tree: Condition | null;
}

const folder = new URL("../test/fixtures/screening/", import.meta.url);

export async function run(): Promise<Record<string, unknown>> {
  const lexicon = readLexicon();
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  const rows = files.map((name) => {
    const clauses = parse(readFileSync(new URL(name, folder), "utf8")) as readonly Clause[];
    const scored = clauses.flatMap(({ text, tree }) =>
      tree === null
        ? []
        : [compareConditions(extractConditions(text, lexicon).tree, tree, lexicon.catalogue)],
    );
    const exact = scored.filter(({ equal }) => equal).length;
    const wrongNumbers = scored.reduce((sum, one) => sum + one.wrongNumbers.length, 0);
    return { set: name.replace(".yaml", ""), clauses: scored.length, exact, wrongNumbers };
  });
  return { targets: "exact >= 95 % of the given clauses, 0 wrong numbers", rows };
}
