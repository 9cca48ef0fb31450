/** The price list, told by examples. */
import { expect, test } from "vitest";

import { DocumentCache, operationNamed } from "../../../gateway/execute/document-cache.ts";
import { defaultOperationLimits } from "../../../gateway/limits/measure-operation.ts";
import { operationCost } from "../../../gateway/limits/operation-cost.ts";
import { loadSchema } from "../../../gateway/load-schema.ts";
import { testCode } from "../../kit/seed.ts";

const schema = loadSchema();
const documents = new DocumentCache(schema, { ...defaultOperationLimits, maxAliases: 100 });

function costOf(query: string, variables: Record<string, unknown> = {}): number {
  const prepared = documents.prepare(query);
  if ("errors" in prepared) throw prepared.errors[0]!;
  const operation = operationNamed(prepared, null);
  return operationCost({ schema, prepared, operation, variables, defaultPageSize: 20 });
}

const code = `(creditCode: "${testCode(1)}")`;

test.each([
  ["{ viewer { tier } }", 1],
  ["{ __typename }", 1],
  [`{ enterprise${code} { name score } }`, 1],
  [`{ enterprise${code} { name financials { year } titles { kind } } }`, 4],
  [
    `{ ${Array.from({ length: 10 }, (_, i) => `a${i}: enterprise${code} { name }`).join(" ")} }`,
    10,
  ],
  ["{ enterprises { edges { node { name } } } }", 2],
  ["{ enterprises(first: 200) { edges { node { name } } } }", 11],
  ["{ enterprises(first: 200) { totalCount edges { node { name financials { year } } } } }", 511],
  ["{ enterprises(last: 0) { edges { node { portrait { score } } } } }", 1],
  [
    `{ enterprise${code} { ...P } } fragment P on Enterprise { ipRights(first: 100) { edges { node { kind } } } }`,
    7,
  ],
])("%s costs %d", (query, points) => {
  expect(costOf(query)).toBe(points);
});

const entities = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    __typename: "Enterprise",
    creditCode: testCode(i + 1),
  }));

test.each([
  ["name", 200, 201],
  ["name", 1, 2],
  ["portrait { score }", 200, 401],
])("entities with { %s }, %d of them by their keys, cost %d", (fields, count, points) => {
  const query = `query($keys: [_Any!]!) { _entities(representations: $keys) { ... on Enterprise { ${fields} } } }`;
  expect(costOf(query, { keys: entities(count) })).toBe(points);
});

test("entities whose keys stand in the text cost as much", () => {
  const one = `{ __typename: "Enterprise", creditCode: "${testCode(1)}" }`;
  const query = `{ _entities(representations: [${Array.from({ length: 30 }, () => one).join(" ")}]) { ... on Enterprise { name } } }`;
  expect(costOf(query)).toBe(31);
});

test.each([
  [{ n: 100 }, 206],
  [{ n: 20 }, 42],
  [{}, 42],
  [{ n: -5 }, 1],
  [{ n: 1e9 }, 2_051],
])("a page by variable is counted with its value %j", (variables, points) => {
  const query =
    "query($n: Int) { enterprises(first: $n) { edges { node { portrait { score } basics: portrait { trend } } } } }";
  expect(costOf(query, variables)).toBe(points);
});
