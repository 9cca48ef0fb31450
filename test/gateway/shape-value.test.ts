import { buildSchema, type FieldNode, type GraphQLObjectType, Kind, parse } from "graphql";
import { describe, expect, test } from "vitest";

import type { FieldDecision } from "../../domain/access/policy.ts";
import { fragmentsOf } from "../../gateway/compile/fragments-of.ts";
import { type Shaping, shapeValue } from "../../gateway/execute/shape-value.ts";
import { nodeRef } from "../../resolvers/engine-language.ts";

const schema = buildSchema(`
  interface Outcome { said: String }
  type Good implements Outcome { said: String, count: Int! }
  type Bad implements Outcome { said: String }
  type Thing { id: ID!, name: String, secret: String, sure: String!, parts: [Part!], outcome: Outcome }
  type Part { size: Int, thing: Thing }
  type Query { thing: Thing }
`);

interface Wish {
  readonly query: string;
  readonly value: unknown;
  readonly variables?: Record<string, unknown>;
  readonly refuse?: string;
  readonly secret?: string;
}

function shape({ query, value, variables = {}, refuse, secret }: Wish) {
  const document = parse(query);
  const [operation] = document.definitions;
  const node = (
    operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections[0] : undefined
  ) as FieldNode;
  const decide = (coordinate: string): FieldDecision =>
    coordinate === refuse ? { kind: "refuse", rule: "rule" } : { kind: "show", rule: "rule" };
  const shaping: Shaping = {
    schema,
    fragments: fragmentsOf({ document }),
    variables,
    decide,
    levelOf: (coordinate) => (coordinate === secret ? "L3" : "L1"),
    openNodes: [],
    refusals: [],
    sensitive: [],
  };
  const type = (schema.getQueryType() as GraphQLObjectType).getFields()["thing"]!.type;
  const result: { value?: unknown } = {};
  shapeValue(shaping, value, { type, nodes: [node], path: ["thing"] }, (shaped) => {
    result.value = shaped;
  });
  return { value: result.value, shaping };
}

const thing = {
  id: "1",
  name: "a",
  secret: "s",
  sure: "y",
  parts: [{ size: 1 }, { size: null }],
  outcome: { __typename: "Good", said: "yes", count: 2 },
};

describe("a plain value takes the caller's shape", () => {
  test.each([
    ["fields asked", { query: "{ thing { name } }", value: thing }, { name: "a" }],
    [
      "aliases in order",
      { query: "{ thing { b: name a: id } }", value: thing },
      { b: "a", a: "1" },
    ],
    [
      "lists",
      { query: "{ thing { parts { size } } }", value: thing },
      { parts: [{ size: 1 }, { size: null }] },
    ],
    [
      "fragments",
      { query: "{ thing { ...F } } fragment F on Thing { name __typename }", value: thing },
      { name: "a", __typename: "Thing" },
    ],
    [
      "abstract types",
      {
        query: "{ thing { outcome { said ... on Good { count } ... on Bad { said } } } }",
        value: thing,
      },
      { outcome: { said: "yes", count: 2 } },
    ],
    [
      "skip by variable",
      {
        query: "query ($no: Boolean!) { thing { id name @skip(if: $no) } }",
        value: thing,
        variables: { no: true },
      },
      { id: "1" },
    ],
    ["what is missing is null", { query: "{ thing { name } }", value: {} }, { name: null }],
    ["null", { query: "{ thing { name } }", value: null }, null],
  ] as const)("%s", (_name, wish, expected) => {
    expect(JSON.stringify(shape(wish).value)).toBe(JSON.stringify(expected));
  });

  test("a field the policy refuses is null and told", () => {
    const { value, shaping } = shape({
      query: "{ thing { name secret } }",
      value: thing,
      refuse: "Thing.secret",
    });
    expect(value).toEqual({ name: "a", secret: null });
    expect(shaping.refusals).toEqual([
      { path: ["thing", "secret"], coordinate: "Thing.secret", rule: "rule" },
    ]);
  });

  test("a sensitive field is told to the audit by where it stands, lists walked", () => {
    const query = "{ thing { parts { size } } }";
    const { shaping } = shape({ query, value: thing, secret: "Part.size" });
    const field = { path: ["thing", "parts", "size"], coordinate: "Part.size", masked: false };
    expect(shaping.sensitive).toEqual([field, field]);
    expect(shape({ query, value: thing }).shaping.sensitive).toEqual([]);
  });

  test("a refused field that is never null refuses the whole", () => {
    expect(() =>
      shape({ query: "{ thing { sure } }", value: thing, refuse: "Thing.sure" }),
    ).toThrow("Thing.sure");
  });

  test("nothing where nothing may be missing is our fault", () => {
    expect(() => shape({ query: "{ thing { sure } }", value: {} })).toThrow("never null");
  });

  test("a row of the store is left open with its selection and put in its place, in the order asked", () => {
    const { value, shaping } = shape({
      query: "{ thing { parts { thing { id } size } } }",
      value: { parts: [{ size: 1, thing: nodeRef("Thing", "k", "2") }] },
    });
    expect(shaping.openNodes.map(({ ref, path }) => [ref.type, ref.key, path])).toEqual([
      ["Thing", ["k", "2"], ["thing", "parts", 0, "thing"]],
    ]);
    shaping.openNodes[0]?.put({ id: "read" });
    expect(JSON.stringify(value)).toBe('{"parts":[{"thing":{"id":"read"},"size":1}]}');
  });
});
