/** Years and quarters of a record. */
import { foldText } from "../../../domain/enterprise/fold-text.ts";
import type { CellReader } from "../cell-reader.ts";

/** A calendar year; not before 1980, not after the year of the import. */
export const readYear: CellReader = (text, _column, { today }) => {
  const folded = foldText(text).replaceAll(/\s/g, "");
  const match = /^(\d{4})(?:年度?|\.0+|[-/.]12[-/.]31|1231)?$/.exec(folded);
  if (match === null) return { values: [null], finding: { code: "YEAR_UNREADABLE" } };
  const [, year = ""] = match;
  if (year > today.slice(0, 4)) return { values: [null], finding: { code: "YEAR_FUTURE" } };
  return year < "1980"
    ? { values: [null], finding: { code: "YEAR_UNREADABLE" } }
    : { values: [year] };
};

const quarters: Readonly<Record<string, string>> = { 一: "1", 二: "2", 三: "3", 四: "4" };

/** 1 to 4; 0 is the whole year. */
export const readQuarter: CellReader = (text) => {
  const folded = foldText(text).replaceAll(/\s/g, "").toUpperCase();
  if (/^(0|全年|年度|年)$/.test(folded)) return { values: ["0"] };
  const match = /^(?:Q|第)?([1-4一二三四])(?:\.0+|季度?|Q)?$/.exec(folded);
  const [, found = ""] = match ?? [];
  if (found === "") return { values: [null], finding: { code: "QUARTER_UNREADABLE" } };
  return { values: [quarters[found] ?? found] };
};
