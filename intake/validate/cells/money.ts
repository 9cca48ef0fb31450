/** An amount of money in yuan: the unit is the column's, unless the cell states its own. */
import type { CellReader } from "../cell-reader.ts";
import { isFinding, readNumberText, shiftPoint } from "./number-text.ts";

const scales: Readonly<Record<string, number>> = { 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 };

/** Units that a money column may have. */
export const moneyUnits = Object.keys(scales);

export const readMoney: CellReader = (text, { unit, signed }) => {
  const read = readNumberText(text, signed);
  if (read === null) return { values: [null] };
  if (isFinding(read)) return { values: [null], finding: read };
  const stated = read.rest.replace(/^人民币/, "").replace(/人民币$/, "");
  const own = stated === "" ? unit : stated.endsWith("元") ? stated : `${stated}元`;
  const scale = scales[own ?? ""];
  if (scale === undefined) return { values: [null], finding: { code: "NUMBER_UNREADABLE" } };
  return { values: [shiftPoint(read.digits, scale)] };
};
