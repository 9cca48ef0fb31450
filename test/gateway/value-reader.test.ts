/** A prepared reader tells what graphql-js makes of the same literal and variables, and so does what is read twice. */
import { buildSchema, type GraphQLInputType, parseValue, valueFromAST } from "graphql";
import { expect, test } from "vitest";

import { valueReader } from "../../gateway/compile/value-reader.ts";

const schema = buildSchema(`
  enum Kind { A B }
  input Inner { text: String!, kind: Kind = B, list: [Int!] }
  input Outer { text: String, number: Int = 7, needed: Boolean!, inner: Inner, inners: [Inner!] }
  input One @oneOf { text: String, number: Int }
  type Query { a(outer: Outer, one: One, inner: Inner): Int }
`);

const literals: readonly (readonly [string, string])[] = [
  ["Outer", "$whole"],
  ["Outer", "{ needed: true }"],
  ["Outer", "{ needed: $yes, text: $text }"],
  ["Outer", "{ needed: $yes, number: $number, text: null }"],
  ["Outer", "{ text: $text, needed: true, inner: { text: $text, kind: $kind } }"],
  ["Outer", "{ needed: true, inner: { text: $text, kind: A, list: [1, $number] } }"],
  ["Outer", "{ needed: true, inner: { kind: $kind }, text: $text }"],
  ["Outer", "{ needed: $yes, inner: $inner, inners: [{ text: $text }, $inner] }"],
  ["Outer", "{ needed: true, text: 5, number: $number }"],
  ["One", "{ text: $text }"],
  ["Inner", "{ text: $text, list: $list }"],
];

const values = {
  text: [undefined, null, "", "甲"],
  yes: [undefined, null, false],
  number: [undefined, null, 0],
  kind: [undefined, "A"],
  list: [undefined, null, [1, 2]],
  inner: [undefined, null, { text: "乙", kind: "B" }],
  whole: [undefined, null, { needed: true, number: 7 }],
} as const;

/** Every set that differs from that of all values in up to two variables. */
function sets(): readonly Record<string, unknown>[] {
  const names = Object.keys(values) as (keyof typeof values)[];
  const all = Object.fromEntries(names.map((name) => [name, values[name].at(-1)]));
  const changed = (from: Record<string, unknown>) =>
    names.flatMap((name) => values[name].map((value) => ({ ...from, [name]: value })));
  return changed(all).flatMap((one) => changed(one));
}

test.each(literals)("%s %s", (typeName, literal) => {
  const type = schema.getType(typeName) as GraphQLInputType;
  const node = parseValue(literal);
  const read = valueReader(node, type);
  // As text: the order of members is that of the contract, for a cursor's list is named by it.
  const differing = sets().filter(
    (variables) =>
      JSON.stringify(read(variables)) !== JSON.stringify(valueFromAST(node, type, variables)),
  );
  expect(differing).toEqual([]);
});
