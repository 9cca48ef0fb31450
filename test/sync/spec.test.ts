import { existsSync, readdirSync, readFileSync } from "node:fs";
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

/** Other parts of the house that show the exchange, by the path under test/. */
const beside = new Map(
  ["gateway", "cli"].flatMap((folder) =>
    readdirSync(join("test", folder))
      .filter((path) => path.endsWith(".test.ts"))
      .map((path) => [
        `${folder}/${path.replace(/(?:\.pg|\.pbt|\.e2e)?\.test\.ts$/u, "")}`,
        join("test", folder, path),
      ]),
  ),
);
const known = new Map([...files, ...beside]);

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
    if (known.has(file)) named.push({ file, words: words ?? null });
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
        const text = readFileSync(known.get(file) ?? "", "utf8");
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

test("every part of the table of parts names code that exists and a test", () => {
  const [, parts = ""] = spec.split("## Part by part");
  const lines = (parts.split("\n## ")[0] ?? "").split("\n").filter((line) => line.startsWith("| "));
  const cells = lines.slice(2).map((line) => line.split("|").map((cell) => cell.trim()));
  expect(cells.length).toBeGreaterThan(20);
  const wrong = cells.flatMap(([, part = "", code = "", tested = ""]) => {
    const paths = [...code.matchAll(/`([^`]+)`/gu)].map(([, path]) => path ?? "");
    const missing = paths.filter((path) => !existsSync(path));
    return paths.length === 0 || missing.length > 0 || namesOf(tested).length === 0
      ? [`${part}: ${missing.join(", ")}`]
      : [];
  });
  expect(wrong).toEqual([]);
});

test("every file of tests of the exchange is named", () => {
  const named = new Set(checklist.split("\n").flatMap((line) => namesOf(line).map((n) => n.file)));
  expect([...files.keys()].filter((file) => !named.has(file))).toEqual([]);
});
