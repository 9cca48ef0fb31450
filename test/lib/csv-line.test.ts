/** Cells that a spreadsheet would run, and what is written instead. */
import { expect, test } from "vitest";

import { csvLine } from "../../lib/csv-line.ts";

test.each([
  ["=1+1", "'=1+1"],
  ["+86", "'+86"],
  ["-100万元", "'-100万元"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["＝1+1", "'＝1+1"],
  ["＋1", "'＋1"],
  ["－1", "'－1"],
  ["＠a", "'＠a"],
  ["\t=1", "'\t=1"],
  ["\0=1", "'\0=1"],
  ["\r=1", `"'\r=1"`],
  ["\n=1", `"'\n=1"`],
  ['a"b', '"a""b"'],
  ["a,b", '"a,b"'],
  ["青岛海洋（集团）", "青岛海洋（集团）"],
  ["1-2", "1-2"],
])("%j is written as %j", (cell, written) => {
  expect(csvLine([cell, "x"])).toBe(`${written},x\r\n`);
});
