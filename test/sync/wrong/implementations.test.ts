import { existsSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { wrongImplementations } from "./implementations.ts";

test.each(wrongImplementations)("$name still fits the code it makes wrong", (wrong) => {
  const parts = readFileSync(wrong.file, "utf8").split(wrong.from);
  expect(parts).toHaveLength(2);
  expect(wrong.to).not.toBe(wrong.from);
  expect(existsSync(wrong.test)).toBe(true);
});

test("names are unique", () => {
  const names = wrongImplementations.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
