/** A province or a city by name, as its code. A name that is none shows a row whose columns have shifted. */
import { foldText, simplify } from "../../../domain/enterprise/fold-text.ts";
import { zoneMark } from "../../../domain/enterprise/region-index.ts";
import type { CellReader } from "../cell-reader.ts";

const levels: Readonly<Record<number, string>> = { 2: "省级", 4: "地级" };

export const readDivision: CellReader = (text, { digits }, { regions }) => {
  const name = simplify(foldText(text)).replaceAll(/\s/g, "");
  if (name === "" || /^(N\/?A|NULL|无|-+)$/i.test(name)) return { values: [null] };
  const hit = regions.match(name, 0, "");
  // `青岛市` and `山东青岛` are both the city; a county stands for the city it lies in.
  const rest = hit === undefined ? undefined : regions.match(name, hit.length, hit.code);
  const length = (hit?.length ?? 0) + (rest?.length ?? 0);
  const code = (rest?.code ?? hit?.code ?? "").replace(zoneMark, "");
  if (code.length < (digits ?? 2) || length !== name.length) {
    return {
      values: [null],
      finding: { code: "NOT_A_DIVISION", expected: levels[digits ?? 2] ?? "" },
    };
  }
  return { values: [code.slice(0, digits ?? 2)] };
};
