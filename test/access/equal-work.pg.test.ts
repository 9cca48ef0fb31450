/** Another area's enterprise and none at all: the same work in the database, block for block, and the same time. */
import { beforeAll, expect, test } from "vitest";

import { croppedWelch } from "../../bench/access/statistics.ts";
import type { Principal } from "../../domain/access/principal.ts";
import { runScoped } from "../../store/scoped-query.ts";
import { createTestDatabase } from "../kit/database.ts";
import { randomFrom } from "../kit/generate-operation.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { codes, seedDistrict, testCode, towns, zones } from "../kit/seed.ts";

const db = await createTestDatabase();
const graph = openGraph(db.gateway);
const seed = Number(process.env["SEED"] ?? 7);
const pairs = Number(process.env["TIMING_PAIRS"] ?? 2_000);

/** Enough rows for indexes to be used, each town's with codes before and behind those of the seed. */
beforeAll(async () => {
  await seedDistrict(db.owner);
  await db.owner.query(
    `insert into enterprises (credit_code, town_code, name, kind, status, source_id, record_key, link_method, link_confidence, content_digest)
     select 'T' || lpad(n::text, 17, '0'), (array[$1, $2, $3])[1 + n % 3], '企业' || n, 'COMPANY', 'ACTIVE', 's', n::text, 'REGISTRY', 1, 'x'
     from generate_series(1, 6000) n`,
    [towns.yinzhu, towns.boli, towns.huangdao],
  );
  await db.owner.query("vacuum analyze enterprises");
});

const lookups = {
  "by its code":
    "query($code: CreditCode!) { enterprise(creditCode: $code) { name contactPhone financials { year } } }",
  "by its global id":
    "query($id: ID!) { node(id: $id) { ... on Enterprise { name contactPhone financials { year } } } }",
};

const variablesOf = (code: string) => ({
  code,
  id: Buffer.from(`Enterprise:${code}`).toString("base64url"),
});

interface PlanNode {
  readonly "Node Type": string;
  readonly "Index Name"?: string;
  readonly "Actual Rows"?: number;
  readonly "Actual Loops"?: number;
  readonly "Rows Removed by Filter"?: number;
  readonly "Shared Hit Blocks"?: number;
  readonly "Shared Read Blocks"?: number;
  readonly Plans?: readonly PlanNode[];
}

/** What the database does for one lookup, without its clock: nodes, indexes, rows, and blocks touched. */
async function workOf(who: Principal, lookup: string, code: string) {
  const { answering } = graph;
  const prepared = answering.documents.prepare(lookup);
  if ("errors" in prepared) throw prepared.errors[0]!;
  const operation = [...prepared.operations.values()][0]!;
  const variables = variablesOf(code);
  const plan = answering.plans.planFor(prepared, operation, variables, who);
  const text = await runScoped(db.gateway, {
    statement: {
      ...plan.statement,
      name: `${plan.statement.name}_work`,
      text: `explain (analyze, buffers, timing off, costs off, summary off, format json) ${plan.statement.text}`,
    },
    values: plan.parameters.map((read) =>
      read({ variables, principal: who, cursorKey: answering.cursorKey() }),
    ),
    scope: who,
    timeoutMs: 5_000,
  });
  const [{ Plan: root }] = JSON.parse(text ?? "") as [{ Plan: PlanNode }];
  const steps: unknown[] = [];
  const visit = (node: PlanNode) => {
    steps.push([
      node["Node Type"],
      node["Index Name"],
      node["Actual Rows"],
      node["Actual Loops"],
      node["Rows Removed by Filter"] ?? 0,
    ]);
    for (const each of node.Plans ?? []) visit(each);
  };
  visit(root);
  const blocks = (root["Shared Hit Blocks"] ?? 0) + (root["Shared Read Blocks"] ?? 0);
  return { steps, blocks };
}

const grant = { grantedAreaCodes: [zones.ocean] };
const callers: readonly (readonly [string, Principal, readonly string[], string])[] = [
  ["a town", principal("TOWN", [towns.yinzhu]), [codes.C, codes.E, codes.F], codes.A],
  ["a zone", principal("ZONE", [zones.ocean]), [codes.A, codes.D], codes.E],
  ["two towns", principal("TOWN", [towns.huangdao, towns.boli]), [codes.A, codes.B], codes.C],
  ["a town with a grant", principal("TOWN", [towns.yinzhu], grant), [codes.C, codes.D], codes.A],
];

test.each(
  Object.entries(lookups).flatMap(([way, lookup]) =>
    callers.map(([name, ...rest]) => [name, way, lookup, ...rest] as const),
  ),
)(
  "%s looks %s: not found and not allowed are the same work",
  async (_name, _way, lookup, who, others, own) => {
    await workOf(who, lookup, own);
    const missing = await workOf(who, lookup, testCode(99));
    for (const code of others) expect(await workOf(who, lookup, code)).toEqual(missing);
    expect((await workOf(who, lookup, own)).steps).not.toEqual(missing.steps);
  },
);

/** Which comes first is drawn for each pair, so that whatever slows the machine falls on both alike. */
async function timesOf(count: number, first: readonly string[], second: readonly string[]) {
  const random = randomFrom(seed);
  const who = principal("TOWN", [towns.yinzhu]);
  const timeOf = async (code: string) => {
    const from = process.hrtime.bigint();
    await graph.ask(who, lookups["by its code"], variablesOf(code));
    return Number(process.hrtime.bigint() - from);
  };
  const times: readonly [number[], number[]] = [[], []];
  for (let i = -100; i < count; i++) {
    const order = random() < 0.5 ? [0, 1] : [1, 0];
    for (const kind of order) {
      const codesOfKind = kind === 0 ? first : second;
      const ns = await timeOf(codesOfKind[Math.abs(i) % codesOfKind.length]!);
      if (i >= 0) times[kind]!.push(ns);
    }
  }
  expect(times.map((list) => list.length)).toEqual([count, count]);
  return croppedWelch(...times);
}

const absent = [90, 91, 92].map(testCode);

test(`${pairs} pairs of not found and not allowed cannot be told apart by their times (seed ${seed})`, async () => {
  expect(Math.abs(await timesOf(pairs, absent, [codes.C, codes.E, codes.F]))).toBeLessThan(4.5);
}, 60_000);
