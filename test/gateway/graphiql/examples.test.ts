/**
 * The ready examples: twelve, in Chinese, each one valid against the schema.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildSchema, Kind, parse, validate } from "graphql";
import type { OperationDefinitionNode } from "graphql";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sampleQuery } from "../../../gateway/graphiql/fill-sample.ts";
import { readExamples } from "../../../tools/graphiql/read-examples.ts";

const root = path.resolve(fileURLToPath(import.meta.url), "../../../..");
const examples = readExamples(path.join(root, "docs/examples"));
const schema = buildSchema(
  readFileSync(path.join(root, "schema/generated/schema.graphql"), "utf8"),
);

function operations(query: string): OperationDefinitionNode[] {
  return parse(query).definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
}

test("examples are numbered in order, without a gap", () => {
  expect(examples.map(({ id }) => Number(id.slice(0, 2)))).toEqual(
    Array.from({ length: examples.length }, (_item, index) => index + 1),
  );
});

describe.each(examples)("example $id", (example) => {
  test("is valid against the schema", () => {
    expect(validate(schema, parse(example.query)).map((error) => error.message)).toEqual([]);
  });

  test("has one named operation that reads, whose name becomes the name of its tab", () => {
    const [operation, ...others] = operations(example.query);
    expect(others).toEqual([]);
    expect(operation?.operation).toMatch(/^(query|subscription)$/);
    expect(operation?.name?.value).toMatch(/^[A-Z]/);
  });

  test("gives a value to exactly the variables it declares", () => {
    const declared = operations(example.query)[0]?.variableDefinitions ?? [];
    expect(Object.keys(example.variables)).toEqual(
      declared.map((node) => node.variable.name.value),
    );
  });

  test("has a Chinese and an English title, and shows no line for machines", () => {
    expect(example.titleZh).toMatch(/\p{Script=Han}/u);
    expect(example.titleEn).toMatch(/^[A-Z]/);
    expect(example.query).not.toContain("# variables:");
  });
});

test("the query for a sample is valid against the schema", () => {
  expect(validate(schema, parse(sampleQuery))).toEqual([]);
});

describe("reading a folder of examples", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "goldseed-examples-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("takes titles and variables from the comments, and leaves other files alone", () => {
    writeFileSync(
      path.join(folder, "b.graphql"),
      '# 乙\n# B\n# variables: {"n": 1}\n#\n# 说明\nquery B { b }\n',
    );
    writeFileSync(path.join(folder, "a.graphql"), "# 甲\n# A\nquery A { a } # variables: {}\n");
    writeFileSync(path.join(folder, "readme.md"), "# no example\n");
    expect(readExamples(folder)).toEqual([
      {
        id: "a",
        titleZh: "甲",
        titleEn: "A",
        query: "# 甲\n# A\nquery A { a } # variables: {}\n",
        variables: {},
      },
      {
        id: "b",
        titleZh: "乙",
        titleEn: "B",
        query: "# 乙\n# B\n#\n# 说明\nquery B { b }\n",
        variables: { n: 1 },
      },
    ]);
  });

  test("refuses an example without both titles, and names it", () => {
    writeFileSync(path.join(folder, "c.graphql"), "# 丙\nquery C { c }\n");
    expect(() => readExamples(folder)).toThrow(/c\.graphql.*first two lines/);
  });
});
