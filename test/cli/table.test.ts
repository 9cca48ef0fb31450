/** Columns line up in a terminal, where Chinese characters are two places wide. */
import { expect, test } from "vitest";

import { table, width } from "../../cli/table.ts";

test.each([
  ["abc", 3],
  ["街道", 4],
  ["（）", 4],
  ["a街b", 4],
  ["", 0],
  ["é–✓█", 4],
  ["𠮷", 2],
])("%j takes %i places", (text, places) => {
  expect(width(text)).toBe(places);
});

test("columns begin at the same place and lines have no blanks at their end", () => {
  const lines = table([
    ["街道", "1", "x"],
    ["a", "1000", "长"],
  ]).split("\n");
  expect(lines).toEqual(["街道  1     x", "a     1000  长", ""]);
});

test("no rows are no text", () => {
  expect(table([])).toBe("");
});
