/**
 * docs/glossary.md names every word of the domain: those of the vocabulary in a table of their own, every type of the
 * graph, every table of the store.
 */
import { readFileSync, readdirSync } from "node:fs";
import { buildSchema, isEnumType } from "graphql";
import { describe, expect, test } from "vitest";
import * as vocabulary from "../../domain/vocabulary.ts";

const root = new URL("../../", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), "utf8");
const glossary = read("docs/glossary.md");
const schema = buildSchema(read("schema/generated/schema.graphql"));

interface Row {
  readonly section: string;
  readonly zh: string;
  readonly en: string;
  readonly names: readonly string[];
}

/** The rows of every table, with the `name` in the heading above. */
function rowsOf(markdown: string): Row[] {
  let section = "";
  return markdown.split("\n").flatMap((line) => {
    if (line.startsWith("#")) section = /`(\w+)`/.exec(line)?.[1] ?? "";
    const [, zh, en, code] = line.split("|").map((cell) => cell.trim());
    if (!line.startsWith("| ") || zh === "中文") return [];
    const names = [...(code ?? "").matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? "");
    return [{ section, zh: zh ?? "", en: en ?? "", names }];
  });
}

const rows = rowsOf(glossary);
const named = new Set(rows.flatMap((row) => row.names));
const inSection = (section: string): string[] =>
  rows.filter((row) => row.section === section).flatMap((row) => row.names);

test("every row pairs Chinese with English and a name of the code", () => {
  expect(rows.length).toBeGreaterThan(150);
  const wrong = rows.filter(
    ({ zh, en, names }) => !/\p{Script=Han}/u.test(zh) || !/[a-z]/i.test(en) || names.length === 0,
  );
  expect(wrong).toEqual([]);
});

const lists = Object.entries(vocabulary as Readonly<Record<string, readonly string[]>>);

test("the vocabulary was found", () => {
  expect(lists.length).toBeGreaterThan(15);
});

describe.each(lists)("the words of %s", (list, words) => {
  test("each have a row in its section", () => {
    // The titles of the six libraries are listed once, in the section of the libraries.
    const shared = list === "titleKinds" ? inSection("libraryKinds") : [];
    const rows = [...shared, ...inSection(list)];
    expect(words.filter((word) => !rows.includes(word))).toEqual([]);
    expect(rows.filter((name) => !words.includes(name))).toEqual([]);
  });
});

test("every type of the graph is named, but pages, their edges, and what a write takes and gives", () => {
  const types = Object.keys(schema.getTypeMap()).filter(
    (name) =>
      !/^__|Connection$|Edge$|Input$|Payload$/.test(name) &&
      !["String", "Int", "Boolean", "Float"].includes(name),
  );
  const sections = new Set(rows.map((row) => row.section));
  expect(
    types
      .filter((name) => !named.has(name) && !sections.has(name))
      .filter((name) => !isListed(name)),
  ).toEqual([]);
});

/** An enum of the graph that is a list of the vocabulary stands under the list's name. */
function isListed(name: string): boolean {
  const type = schema.getType(name);
  if (!isEnumType(type)) return false;
  const values = type.getValues().map((value) => value.name);
  return lists.some(
    ([, words]) => words.length === values.length && words.every((word) => values.includes(word)),
  );
}

test("every value of an enum of the graph is named", () => {
  const values = Object.values(schema.getTypeMap())
    .filter((type) => isEnumType(type) && !type.name.startsWith("__"))
    .flatMap((type) => (isEnumType(type) ? type.getValues().map((value) => value.name) : []));
  expect(values.filter((value) => !named.has(value))).toEqual([]);
});

test("every table of the store is named", () => {
  const tables = readdirSync(new URL("store/tables/", root)).flatMap((file) =>
    [...read(`store/tables/${file}`).matchAll(/pgTable\(\s*"(\w+)"/g)].map(
      ([, table]) => table ?? "",
    ),
  );
  expect(tables.length).toBeGreaterThan(50);
  expect(tables.filter((table) => !named.has(table))).toEqual([]);
});
