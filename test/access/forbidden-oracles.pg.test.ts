/**
 * A field that a caller may not see tells it nothing by any clause: what is asked for a value that is there and for one
 * that is not gets the same bytes, and the database is not asked at all.
 */
import { readFileSync } from "node:fs";

import { beforeAll, expect, test, vi } from "vitest";
import { parse } from "yaml";

import { parsePolicy } from "../../domain/access/parse-policy.ts";
import { PlanCache } from "../../gateway/execute/plan-cache.ts";
import { loadSchema, readClassifications } from "../../gateway/load-schema.ts";
import { shapes } from "../../resolvers/shapes.ts";
import { lanesOf } from "../../store/pool.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGraph, pageLimits, principal } from "../kit/graph.ts";
import { codes, seedDistrict, testCode, towns } from "../kit/seed.ts";

const db = await createTestDatabase();
const schema = loadSchema();
const text = readFileSync(new URL("../../data/policy/access.yaml", import.meta.url), "utf8");
/** The shipped policy, with fields that lists can be asked by taken from all but officers. */
const stricter = text
  .replace(
    "\nroles:\n",
    "\nroles:\n  Enterprise.name: [OFFICER]\n  Enterprise.industryCode: [OFFICER]\n  Enterprise.libraryKinds: [OFFICER]\n  AlertEvent.reason: [OFFICER]\n",
  )
  .replace("  roles: [VIEWER, SPECIALIST, OFFICER,", "  roles: [OFFICER,");
const policy = parsePolicy(parse(stricter), readClassifications(schema));
const graph = openGraph(db.gateway, { workerPool: db.worker });
(graph.answering as { plans: PlanCache }).plans = new PlanCache({
  schema,
  shapes,
  policy,
  limits: pageLimits,
});
const viewer = principal("TOWN", [towns.yinzhu], { role: "VIEWER" });
const officer = principal("TOWN", [towns.yinzhu], { role: "OFFICER" });

beforeAll(async () => {
  await seedDistrict(db.owner);
  await db.owner.query(
    "update enterprises set library_kinds = '{GAZELLE}', in_library = true where credit_code = $1",
    [codes.A],
  );
  await db.owner.query(
    `insert into library_memberships (credit_code, town_code, zone_code, library_kind, entered_on, entry_reason)
     select credit_code, town_code, zone_code, 'GAZELLE', '2024-01-01', '认定' from enterprises where credit_code = $1 on conflict do nothing`,
    [codes.A],
  );
});

const list = (args: string, selected = "edges { node { creditCode } }") =>
  `{ enterprises(first: 5, orderBy: { field: CREDIT_CODE, direction: ASC }, ${args}) { ${selected} } }`;
const page = "pageInfo { endCursor hasNextPage }";

/** Of each clause one request for what is there and one for what is not; `officer` shows that the former finds it. */
const clauses: readonly (readonly [clause: string, there: string, absent: string])[] = [
  ["filter", list('filter: { industryPrefix: "C" }'), list('filter: { industryPrefix: "Z" }')],
  [
    "filter, inside of not and or",
    list('filter: { or: [{ not: { industryPrefix: "Z" } }] }'),
    list('filter: { or: [{ not: { industryPrefix: "C" } }] }'),
  ],
  ["search", list('filter: { nameContains: "青岛" }'), list('filter: { nameContains: "不存在" }')],
  [
    "order",
    "{ enterprises(first: 5, orderBy: { field: NAME, direction: ASC }) { edges { node { creditCode } } } }",
    "{ enterprises(first: 5, orderBy: { field: NAME, direction: DESC }) { edges { node { creditCode } } } }",
  ],
  [
    "cursor",
    `{ enterprises(first: 1, orderBy: { field: NAME, direction: ASC }) { ${page} } }`,
    `{ enterprises(last: 1, orderBy: { field: NAME, direction: ASC }) { ${page} } }`,
  ],
  [
    "aggregate",
    "{ enterprises(first: 1, filter: { kind: [COMPANY] }, orderBy: { field: CREDIT_CODE, direction: ASC }) { totalCount } }",
    "{ enterprises(first: 1, filter: { kind: [BRANCH] }, orderBy: { field: CREDIT_CODE, direction: ASC }) { totalCount } }",
  ],
  [
    "group",
    '{ libraries(asOf: "2026-01-01") { kind count } }',
    '{ libraries(asOf: "1990-01-01") { kind count } }',
  ],
  [
    "relation in a filter",
    list("filter: { library: GAZELLE }"),
    list("filter: { library: UNICORN }"),
  ],
  [
    "export, a page of it",
    list('filter: { nameContains: "青岛" }', `edges { node { creditCode } } ${page}`),
    list('filter: { nameContains: "不存在" }', `edges { node { creditCode } } ${page}`),
  ],
];

test.each(clauses)("by %s a forbidden field answers nothing", async (clause, there, absent) => {
  const statements: string[] = [];
  const run = vi.spyOn(lanesOf(db.gateway), "run").mockImplementation(() => {
    statements.push("asked");
    throw new Error("The database was asked.");
  });
  const [first, second] = [await graph.ask(viewer, there), await graph.ask(viewer, absent)];
  run.mockRestore();
  expect([clause, first.text]).toEqual([clause, second.text]);
  expect([first.status, first.errors[0]?.extensions.code, first.data ?? null]).toEqual([
    403,
    "FORBIDDEN_FIELD",
    null,
  ]);
  expect(statements).toEqual([]);
  const [seen, unseen] = [await graph.ask(officer, there), await graph.ask(officer, absent)];
  expect([clause, seen.errors, seen.text === unseen.text]).toEqual([clause, [], false]);
});

test("by a nested hop, a node and an entity it is null, whether or not there is one", async () => {
  const selected = "... on Enterprise { creditCode name }";
  const ways = (code: string) => [
    `{ enterprise(creditCode: "${code}") { alias: name alerts { enterprise { name } } } }`,
    `{ node(id: "${Buffer.from(`Enterprise:${code}`).toString("base64url")}") { ${selected} } }`,
    `{ _entities(representations: [{ __typename: "Enterprise", creditCode: "${code}" }]) { ${selected} } }`,
  ];
  for (const way of ways(codes.A)) {
    const { text: answer, errors } = await graph.ask(viewer, way);
    expect(answer).not.toContain("有限公司");
    expect(errors.length).toBeGreaterThan(0);
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(
      new Set(["FORBIDDEN_FIELD"]),
    );
    expect((await graph.ask(officer, way)).text).toContain("有限公司");
  }
  const [hidden, missing] = await Promise.all(
    [codes.C, testCode(999)].map(
      async (code) => await Promise.all(ways(code).map((way) => graph.ask(viewer, way))),
    ),
  );
  expect(hidden?.map(({ text: answer }) => answer)).toEqual(
    missing?.map(({ text: answer }) => answer),
  );
});
