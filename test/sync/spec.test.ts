import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

const spec = readFileSync("sync/SPEC.md", "utf8");
const [, checklist = ""] = spec.split("## Invariants");

/** Files of tests by the name that the page gives them. */
const files = new Map(
  ["test/sync", "test/demo/city-platform"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".test.ts"))
      .map((path) => [
        path.replaceAll("\\", "/").replace(/(?:\.pg|\.pbt|\.e2e)?\.test\.ts$/u, ""),
        join(folder, path),
      ]),
  ),
);

interface Named {
  readonly file: string;
  /** Words of a title; null names the file alone. */
  readonly words: string | null;
}

/** `file` “words”, “more words of the same file”. */
function namesOf(line: string): readonly Named[] {
  const named: Named[] = [];
  let file = "";
  for (const [, name, words] of line.matchAll(/`([^`]+)`|“([^”]+)”/gu)) {
    if (name !== undefined) file = name;
    if (files.has(file)) named.push({ file, words: words ?? null });
  }
  return named;
}

const rows = checklist.split("\n").filter((line) => /^\| I?\d{1,2}\b/u.test(line));

test("every promise and every fault of the two lists names a test", () => {
  const numbers = rows.map((row) => /^\| (I?\d+(?:, \d+)?)/u.exec(row)?.[1]);
  expect(numbers).toEqual([
    ...Array.from({ length: 13 }, (_, i) => `I${i + 1}`),
    ...Array.from({ length: 35 }, (_, i) => `${i + 1}`),
  ]);
  const last = (row: string): string => row.split("|").at(-2) ?? "";
  expect(rows.filter((row) => namesOf(last(row)).length === 0)).toEqual([]);
  expect(spec).not.toContain("**open**");
});

test("what the page calls a file of tests is one, and the words that it quotes are in it", () => {
  const wrong = checklist.split("\n").flatMap((line) =>
    namesOf(line)
      .filter(({ file, words }) => {
        const text = readFileSync(files.get(file) ?? "", "utf8");
        return words !== null && !text.includes(words);
      })
      .map(({ file, words }) => `${file}: ${words}`),
  );
  expect(wrong).toEqual([]);
  const quoted = [...checklist.matchAll(/“[^”]+”/gu)].length;
  const checked = checklist
    .split("\n")
    .flatMap(namesOf)
    .filter(({ words }) => words !== null).length;
  expect(checked).toBe(quoted);
});

test("every file of tests of the exchange is named", () => {
  const named = new Set(checklist.split("\n").flatMap((line) => namesOf(line).map((n) => n.file)));
  expect([...files.keys()].filter((file) => !named.has(file))).toEqual([]);
});
