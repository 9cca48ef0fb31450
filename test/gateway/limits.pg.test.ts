/** An operation too deep, wide, long or costly is refused before SQL, with one error that names the class of the limit. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { createTestDatabase } from "../kit/database.ts";
import { openGateway } from "../kit/gateway.ts";
import { principal } from "../kit/graph.ts";
import { seedDistrict } from "../kit/seed.ts";

const db = await createTestDatabase();
const gateway = await openGateway(db.gateway, {
  district: principal("DISTRICT", ["370211"], { role: "OFFICER" }),
});

beforeAll(() => seedDistrict(db.owner));
afterAll(() => gateway.stop());

const nested = (first: number, inner: number) =>
  `query($first: Int, $inner: Int) { enterprises(first: $first) { edges { node { ipRights(first: $inner) { edges { node { rightNo } } } } } } } #${first} ${inner}`;

async function ask(query: string, variables: Record<string, unknown> = {}) {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/graphql-response+json",
      authorization: "Bearer district",
    },
    body: JSON.stringify({ query, variables }),
  });
  return {
    status: response.status,
    body: (await response.json()) as { data?: unknown; errors?: readonly unknown[] },
  };
}

const refused: readonly (readonly [string, string, string, Record<string, unknown>])[] = [
  ["depth", "nesting", `{ areas { ${"parent { ".repeat(20)} code ${"}".repeat(20)} } }`, {}],
  [
    "width",
    "aliases",
    `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: __typename`).join(" ")} }`,
    {},
  ],
  ["width", "selections", `{ viewer { ${"tier ".repeat(600)} } }`, {}],
  ["width", "root fields", `{ ${"__typename ".repeat(11)} }`, {}],
  ["width", "directives", `{ __typename ${"@include(if: true) ".repeat(20)} }`, {}],
  ["length", "tokens", `{ viewer { ${"tier ".repeat(3_100)} } }`, {}],
  ["length", "a response key", `{ ${"k".repeat(61)}: __typename }`, {}],
  ["cost", "pages of pages", nested(200, 200), { first: 200, inner: 200 }],
  [
    "cost",
    "a page, twice in it",
    `{ enterprises(first: 200) { edges { node { a: ipRights(first: 150) { edges { node { rightNo } } } b: permits(first: 150) { edges { node { permitNo } } } } } } }`,
    {},
  ],
];

test.each(refused)("%s: %s is refused by one error", async (kind, _what, query, variables) => {
  const { status, body } = await ask(query, variables);
  expect(status).toBe(400);
  expect(body.data).toBeUndefined();
  expect(body.errors).toHaveLength(1);
  expect(body.errors?.[0]).toMatchObject({
    extensions: { code: "OPERATION_TOO_LARGE", details: { class: kind } },
  });
});

test("the cost is that of the request's own page sizes, not of the statement they share", async () => {
  const query = nested(0, 0);
  expect((await ask(query, { first: 20, inner: 20 })).body.errors).toBeUndefined();
  expect((await ask(query, { first: 200, inner: 200 })).status).toBe(400);
  expect((await ask(query, { first: 20, inner: 20 })).body.errors).toBeUndefined();
});

test("a refused operation asks the database nothing", async () => {
  const count = async () => {
    const { rows } = await db.owner.query<{ calls: string }>(
      "select xact_commit + xact_rollback as calls from pg_stat_database where datname = current_database()",
    );
    return Number(rows[0]?.calls);
  };
  await db.owner.query("select pg_stat_force_next_flush()");
  const before = await count();
  for (const [, , query, variables] of refused) await ask(query, variables);
  await db.owner.query("select pg_stat_force_next_flush()");
  // The questions of this test itself, and none for the nine operations.
  expect((await count()) - before).toBeLessThan(refused.length);
});
