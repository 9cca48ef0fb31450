/** Reads of sensitive fields leave no answer before their entry is durable; what is written says who read what, and why. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { GoldseedError } from "../../../domain/errors.ts";
import type { AuditLog } from "../../../store/audit/audit-log.ts";
import { openAuditLog } from "../../../store/audit/audit-log.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { openGateway, type TestGateway } from "../../kit/gateway.ts";
import { principal } from "../../kit/graph.ts";
import { codes, seedDistrict, towns } from "../../kit/seed.ts";

const db = await createTestDatabase();
const callers = {
  town: principal("TOWN", [towns.yinzhu], { subject: "li.si" }),
  viewer: principal("TOWN", [towns.yinzhu], {
    subject: "wang.wu",
    role: "VIEWER",
    clearance: "L2",
  }),
  city: principal("CITY", ["3702"], { subject: "city.system", role: "MACHINE" }),
  agent: { ...principal("TOWN", [towns.yinzhu], { subject: "li.si" }), actor: "oa.system" },
};
let gateway: TestGateway;

beforeAll(async () => {
  await seedDistrict(db.owner);
  gateway = await openGateway(db.gateway, callers);
});
afterAll(() => gateway.stop());
beforeEach(() => void (gateway.audited.length = 0));

async function ask(
  caller: keyof typeof callers,
  query: string,
  url = gateway.url,
  headers: Readonly<Record<string, string>> = {},
) {
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${caller}`, ...headers },
    body: JSON.stringify({ query }),
  });
  return { status: answer.status, body: await answer.text() };
}

const revenue = `{ enterprise(creditCode: "${codes.A}") { financials { revenue } } }`;
const page = `{ enterprises(first: 10) { edges { node { creditCode contactPhone financials(first: 2) { year revenue } } } } }`;

test("a sensitive read names who, what, how much, which enterprises and under which policy", async () => {
  expect((await ask("town", revenue)).status).toBe(200);
  expect(gateway.audited).toEqual([
    {
      actor: "li.si",
      onBehalfOf: null,
      tier: "TOWN",
      purpose: null,
      category: "ACCESS",
      action: "graph.read",
      outcome: "DONE",
      operationHash: expect.stringMatching(/^[0-9a-f]{64}$/u) as unknown,
      fields: ["AnnualFinancial.revenue"],
      rowCount: 3,
      refusedFields: [],
      creditCodes: [codes.A],
      policyVersion: expect.any(String) as unknown,
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/u) as unknown,
      details: null,
    },
  ]);
});

test("a page counts every record that holds such a field, and says which were masked", async () => {
  await ask("town", page);
  expect(gateway.audited).toMatchObject([
    {
      fields: ["AnnualFinancial.revenue", "Enterprise.contactPhone"],
      rowCount: 2 + 4,
      creditCodes: [codes.A, codes.B].sort(),
      details: { masked: ["Enterprise.contactPhone"] },
    },
  ]);
});

test("an enterprise that is asked by its global id is named by its code", async () => {
  const id = Buffer.from(`Enterprise:${codes.A}`).toString("base64url");
  await ask("town", `{ node(id: "${id}") { ... on Enterprise { contactPhone } } }`);
  expect(gateway.audited).toMatchObject([{ creditCodes: [codes.A], rowCount: 1 }]);
});

test("an enterprise outside the caller's areas and one that does not exist are written alike", async () => {
  await ask("town", revenue.replace(codes.A, codes.E));
  expect(gateway.audited).toMatchObject([
    { rowCount: 0, creditCodes: [codes.E], refusedFields: [] },
  ]);
});

test.each([
  [
    "a read of nothing sensitive is not written",
    "town",
    "{ enterprises(first: 3) { totalCount edges { node { name } } } }",
    [],
  ],
  [
    "a refused field is written",
    "viewer",
    revenue,
    [{ action: "graph.read", fields: [], refusedFields: ["AnnualFinancial.revenue"], rowCount: 0 }],
  ],
  [
    "a refused filter is written",
    "viewer",
    `{ syncRuns { edges { node { id } } } }`,
    [{ refusedFields: ["Query.syncRuns"] }],
  ],
  [
    "what the city's systems read is data given away",
    "city",
    revenue,
    [{ category: "SHARING", actor: "city.system" }],
  ],
  [
    "a system that acts for a person is written with both",
    "agent",
    revenue,
    [{ actor: "oa.system", onBehalfOf: "li.si" }],
  ],
] as const)("%s", async (_title, caller, query, expected) => {
  await ask(caller, query);
  expect(gateway.audited).toMatchObject(expected);
});

const down: AuditLog = {
  record: () => Promise.reject(new GoldseedError("AUDIT_UNAVAILABLE", "down")),
  note: () => undefined,
  settle: () => Promise.resolve(),
};

test("without the audit sensitive reads are not answered, others are", async () => {
  const cut = await openGateway(db.gateway, callers, { audit: down });
  const refused = await ask("town", revenue, cut.url);
  expect(refused.status).toBe(503);
  expect(refused.body).toContain("AUDIT_UNAVAILABLE");
  expect(refused.body).not.toMatch(/\d{8}\.10/u);
  const names = "{ enterprises(first: 1) { edges { node { name } } } }";
  expect((await ask("town", names, cut.url)).status).toBe(200);
  // Copies of an export are traced by its entries: without them there is none.
  expect((await ask("town", names, cut.url, { "x-export": "begin" })).status).toBe(503);
  await cut.stop();
});

test("the entry is in the database when the answer arrives", async () => {
  const audit = openAuditLog({ pool: db.worker, algorithm: "sha256", onError: () => undefined });
  const whole = await openGateway(db.gateway, callers, { audit });
  const answers = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const { status } = await ask("town", revenue, whole.url);
      return status;
    }),
  );
  const { rows } = await db.owner.query(
    "select count(*)::int as n from audit_entries where action = 'graph.read'",
  );
  expect([new Set(answers), rows[0]]).toEqual([new Set([200]), { n: 50 }]);
  await whole.stop();
});
