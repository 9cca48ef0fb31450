/** A word out of a closed list, under any of the wordings that the description gives for it. */
import { foldText, simplify } from "../../../domain/enterprise/fold-text.ts";
import type { ColumnDescription } from "../../describe/source-description.ts";
import type { CellReader } from "../cell-reader.ts";

/** Built once per description, not per cell. */
const lists = new WeakMap<ColumnDescription["choices"], ReadonlyMap<string, string>>();

export const readChoice: CellReader = (text, { choices }) => {
  const word = fold(text);
  if (word === "" || /^(N\/?A|NULL|-+)$/.test(word)) return { values: [null] };
  const chosen = wordsOf(choices).get(word);
  if (chosen !== undefined) return { values: [chosen] };
  const expected = Object.values(choices).flat().join("、");
  return { values: [null], finding: { code: "NOT_A_CHOICE", expected } };
};

function wordsOf(choices: ColumnDescription["choices"]): ReadonlyMap<string, string> {
  const known = lists.get(choices);
  if (known !== undefined) return known;
  const words = Object.entries(choices).flatMap(([stored, wordings]) =>
    [stored, ...wordings].map((wording) => [fold(wording), stored] as const),
  );
  const list = new Map(words);
  lists.set(choices, list);
  return list;
}

const fold = (text: string): string => simplify(foldText(text)).replaceAll(/\s/g, "").toUpperCase();
