/**
 * What the compiler does not turn into SQL, exactly: fields met by an engine or a remote loader, whose keys the statement
 * leaves in their place; and whole operations that graphql-js or the engines run. All else of the contract is one statement.
 */
import { type GraphQLObjectType, isObjectType } from "graphql";
import { expect, test } from "vitest";

import { DocumentCache } from "../../gateway/execute/document-cache.ts";
import { defaultOperationLimits } from "../../gateway/limits/measure-operation.ts";
import { loadSchema } from "../../gateway/load-schema.ts";
import { shapes } from "../../resolvers/shapes.ts";

const schema = loadSchema();
const outside = new Set(["computed", "remote"]);
/** Types whose fields come with the object that holds them. */
const parts = /(Connection|Edge)$|^PageInfo$/u;

/** Every type that a query reaches through fields met by SQL. */
function reached(): ReadonlySet<GraphQLObjectType> {
  const seen = new Set<GraphQLObjectType>();
  const visit = (type: unknown): void => {
    if (!isObjectType(type) || seen.has(type)) return;
    seen.add(type);
    for (const field of Object.values(type.getFields())) {
      const kind = shapes.get(type.name)?.fields[field.name]?.kind;
      if (kind === undefined || !outside.has(kind)) visit(schema.getType(nameOf(field.type)));
    }
  };
  visit(schema.getQueryType());
  return seen;
}

const nameOf = (type: unknown) => String(type).replaceAll(/[[\]!]/gu, "");

test("of the fields that a query reaches, these are met outside the statement", async () => {
  const fields = [...reached()].flatMap((type) =>
    Object.keys(type.getFields())
      .filter((name) => outside.has(shapes.get(type.name)?.fields[name]?.kind ?? ""))
      .map((name) => `${type.name}.${name} ${shapes.get(type.name)?.fields[name]?.kind ?? ""}`),
  );
  await expect(fields.sort().join("\n")).toMatchFileSnapshot("snapshots/not-compiled.txt");
});

test("every other field that a query reaches has a shape the compiler takes", () => {
  const withoutShape = [...reached()]
    .filter((type) => !parts.test(type.name))
    .filter((type) => !["KindCount", "LibraryCount", "TitleCount"].includes(type.name))
    .flatMap((type) =>
      Object.keys(type.getFields())
        .filter((name) => !shapes.get(type.name)?.fields[name])
        .map((name) => `${type.name}.${name}`),
    );
  expect(withoutShape).toEqual([]);
});

test.each([
  ["query { viewer { tier } }", true],
  [
    'query { node(id: "x") { id ... on Enterprise { name } } a: areas { code } b: areas { name } }',
    true,
  ],
  ["{ ...F } fragment F on Query { viewer { tier } }", true],
  ["query($yes: Boolean!) { viewer @include(if: $yes) { tier } }", true],
  ["{ __typename }", true],
  ["{ __schema { queryType { name } } }", false],
  ['{ __type(name: "Area") { name } }', false],
  ["mutation { __typename }", false],
])("%s is compiled: %s", (text, compiled) => {
  const prepared = new DocumentCache(schema, defaultOperationLimits).prepare(text);
  if ("errors" in prepared) throw prepared.errors[0]!;
  const [operation] = [...prepared.operations.values()];
  expect(operation?.kind === "query" && !operation.asksAboutSchema).toBe(compiled);
});

test.each([
  "{ viewer { tier } __schema { queryType { name } } }",
  "{ ...A } fragment A on Query { __schema { queryType { name } } }",
  "{ ...A } fragment A on Query { ... on Query { __schema { queryType { name } } } }",
  '{ viewer { tier } ...A } fragment A on Query { ...B } fragment B on Query { ... { __type(name: "Area") { name } } }',
])("%s asks for the schema where it cannot be answered, and is refused", (text) => {
  const documents = new DocumentCache(schema, defaultOperationLimits);
  expect(() => documents.prepare(text)).toThrow("Ask for the schema in an operation of its own");
});
