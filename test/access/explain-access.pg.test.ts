/** Why somebody sees or does not see, told to those who may know; to all others, and beyond sight, only that it is so. */
import { afterAll, expect, test } from "vitest";

import { GoldseedError } from "../../domain/errors.ts";
import { accountRegister } from "../../gateway/auth/account-register.ts";
import { consoleDocuments } from "../../gateway/auth/console-documents.ts";
import { trustedDocuments } from "../../gateway/auth/trusted-documents.ts";
import { PointLimits } from "../../gateway/limits/point-limits.ts";
import { readAccountFacts } from "../../store/queries/read-account-facts.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGateway } from "../kit/gateway.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { memoryAudit } from "../kit/memory-audit.ts";
import { codes, seedDistrict, testCode, towns, zones } from "../kit/seed.ts";

const db = await createTestDatabase();
await seedDistrict(db.owner);
const audit = memoryAudit();
const graph = openGraph(db.gateway, { workerPool: db.worker, audit });
const officer = principal("TOWN", [towns.yinzhu], { role: "OFFICER" });
const viewer = principal("TOWN", [towns.yinzhu], { role: "VIEWER", clearance: "L2" });
const district = principal("DISTRICT", ["370211"]);

const explain =
  "query($code: CreditCode!, $field: String!) { explainAccess(creditCode: $code, field: $field) { visible reason { decision level mask rule rowInSight rowRule policyVersion zh en } } }";
const ask = async (who: typeof officer, code: string, field: string) =>
  await graph.ask(who, explain, { code, field });

test.each([
  ["Enterprise.name", { decision: "SHOWN", rule: "classified/L1", mask: null }, true],
  ["Enterprise.contactPhone", { decision: "MASKED", mask: "phone" }, true],
  ["Query.importRuns", { decision: "REFUSED", rule: "tiers/Query.importRuns" }, false],
  ["Enterprise.secret", { decision: "REFUSED", level: null }, false],
])("an officer is told the clause about %s", async (field, reason, visible) => {
  const { data } = await ask(officer, codes.A, field);
  expect(data.explainAccess).toMatchObject({
    visible,
    reason: { ...reason, rowInSight: true, rowRule: "scope/TOWN" },
  });
});

test("an enterprise seen by a grant is seen by the grant", async () => {
  const granted = { ...officer, grantedAreaCodes: [zones.ocean] };
  const { data } = await ask(granted, codes.E, "Enterprise.name");
  expect(data.explainAccess).toMatchObject({
    visible: true,
    reason: { rowInSight: true, rowRule: "grants" },
  });
});

test.each([
  ["officer", officer],
  ["viewer", viewer],
])("for an %s, out of sight and not there are the same bytes", async (_name, who) => {
  const [hidden, missing] = [
    await ask(who, codes.E, "Enterprise.name"),
    await ask(who, testCode(77), "Enterprise.name"),
  ];
  expect(hidden.data.explainAccess.visible).toBe(false);
  expect([hidden.status, hidden.text]).toEqual([missing.status, missing.text]);
});

test("a viewer is told no more than yes or no", async () => {
  const { data, errors } = await ask(viewer, codes.A, "Enterprise.contactPhone");
  expect(data.explainAccess).toEqual({ visible: true, reason: null });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(["FORBIDDEN_FIELD"]);
});

const asOther =
  "query($input: ViewAsInput!) { viewAs(input: $input) { own other truncated differences { path own other rule reason } } }";
const asked = `{ enterprises(first: 10, orderBy: {field: CREDIT_CODE, direction: ASC}) { totalCount } enterprise(creditCode: "${codes.A}") { name financials { revenue } } }`;
const town = { tier: "TOWN", areas: [towns.yinzhu], role: "VIEWER", query: asked };

test("the district sees what a town's viewer sees, the differences marked, and it is written down", async () => {
  const before = audit.events.length;
  const { data, errors } = await graph.ask(district, asOther, { input: town });
  const written = audit.events.slice(before);
  expect(errors).toEqual([]);
  const { own, other, differences, truncated } = data.viewAs;
  expect([own.enterprises.totalCount, other.enterprises.totalCount]).toEqual([6, 2]);
  expect(other.enterprise.financials[0]).toEqual({ revenue: null });
  const byRows = { rule: null, reason: null };
  expect(differences).toContainEqual({
    ...byRows,
    path: "enterprises.totalCount",
    own: 6,
    other: 2,
  });
  expect(differences).toContainEqual({
    path: "enterprise.financials.0.revenue",
    own: own.enterprise.financials[0].revenue,
    other: null,
    rule: "clearance/L3",
    reason: "密级 L3，高于本人可见密级 L2。 L3 is above the clearance L2.",
  });
  expect(truncated).toBe(false);
  const direct = await graph.ask(viewer, asked);
  expect(other).toEqual(direct.data);
  const [first] = written;
  expect(first).toMatchObject({
    actor: district.subject,
    tier: "DISTRICT",
    action: "graph.viewAs",
    details: { as: { tier: "TOWN", areaCodes: [towns.yinzhu], role: "VIEWER", clearance: "L2" } },
  });
  expect(written.length).toBeGreaterThan(1);
  for (const event of written) expect(event.actor).toBe(district.subject);
});

test.each([
  ["another town", officer, { areas: [towns.boli] }],
  ["its own and another town", officer, { areas: [towns.yinzhu, towns.boli] }],
  ["a zone", officer, { tier: "ZONE", areas: [zones.dongjiakou] }],
  ["the district", officer, { tier: "DISTRICT", areas: ["370211"] }],
  ["no area", district, { areas: [] }],
  ["an area of another kind", district, { areas: [zones.ocean] }],
  ["a higher clearance", officer, { role: "OFFICER", clearance: "L4", purpose: "EMERGENCY" }],
  ["the city", district, { tier: "CITY", areas: ["3702"] }],
  ["another town's grant", { ...officer, grantedAreaCodes: [towns.boli] }, { areas: [towns.boli] }],
])("nobody views as %s, which is beyond the own sight", async (_name, who, change) => {
  const before = audit.events.length;
  const { data, errors } = await graph.ask(who, asOther, { input: { ...town, ...change } });
  expect(data.viewAs).toBeNull();
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(["FORBIDDEN"]);
  expect(audit.events.slice(before)).toMatchObject([
    {
      actor: who.subject,
      action: "graph.refused",
      outcome: "REFUSED",
      details: { code: "FORBIDDEN" },
    },
  ]);
});

test("a viewer may not view as anybody", async () => {
  const { errors } = await graph.ask(viewer, asOther, { input: town });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(["FORBIDDEN_FIELD"]);
});

test.each([
  ["a mutation", 'mutation { assignTown(input: {creditCode: "x"}) { ok } }', "BAD_USER_INPUT"],
  ["the schema", "{ __schema { queryType { name } } }", "OPERATION_NOT_SUPPORTED"],
  ["nonsense", "{ nothing }", "BAD_USER_INPUT"],
])("%s cannot be asked as somebody else", async (_name, query, code) => {
  const { errors } = await graph.ask(district, asOther, { input: { ...town, query } });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual([code]);
});

test("where everybody is bound to registered documents, no other text comes in inside of one", async () => {
  const accounts = accountRegister({ load: () => readAccountFacts(db.gateway) });
  const registered = "{ viewer { tier } }";
  const own = [...consoleDocuments(), registered];
  const bound = openGraph(db.gateway, {
    workerPool: db.worker,
    trustedDocuments: trustedDocuments({ accounts, required: "all", own }),
  });
  const view = async (query: string) => {
    const input = { ...town, query };
    const { data, errors } = await bound.ask(district, asOther, { input });
    return [data.viewAs === null, errors.map(({ extensions }) => extensions.code)];
  };
  expect(await view(registered)).toEqual([false, []]);
  expect(await view("{ viewer { subject } }")).toEqual([true, ["OPERATION_NOT_TRUSTED"]]);
});

test("why a whole answer is withheld from the other is told as well", async () => {
  const query = `{ enterprise(creditCode: "${codes.A}") { name } importRuns { edges { node { id } } } }`;
  const { data } = await graph.ask(district, asOther, { input: { ...town, query } });
  expect(data.viewAs.differences.map(({ path }: { path: string }) => path)).toEqual(["importRuns"]);
  expect(data.viewAs.differences[0]).toMatchObject({
    rule: "tiers/Query.importRuns",
    reason: expect.stringContaining("for these tiers"),
  });
});

test("whoever views as a town pays for it, and the town's own points stay", async () => {
  const points = new PointLimits(
    { perSubject: 1_000, perArea: 100, total: 1_000, burstS: 1 },
    () => 0,
  );
  const counted = openGraph(db.gateway, { workerPool: db.worker, points });
  const codes = async (who: typeof officer, query: string, variables = {}) =>
    (await counted.ask(who, query, variables)).errors.map(({ extensions }) => extensions.code);
  for (let i = 0; i < 3; i++) expect(await codes(district, asOther, { input: town })).toEqual([]);
  // Each look is two answers of the other's query; a fourth is more than the district has.
  expect(await codes(district, asOther, { input: town })).toEqual(["RATE_LIMITED"]);
  // 14 points each, of a hundred that nobody else has touched.
  for (let i = 0; i < 7; i++) expect(await codes(viewer, asked)).not.toContain("RATE_LIMITED");
});

test("a view as somebody else holds no other", async () => {
  const query = `{ viewAs(input: { tier: TOWN, areas: ["${towns.yinzhu}"], role: VIEWER, query: "{ viewer { tier } }" }) { other } }`;
  const input = { ...town, role: "OFFICER", query };
  const { data } = await graph.ask(district, asOther, { input });
  expect(data.viewAs).toMatchObject({ own: { viewAs: null }, other: { viewAs: null } });
});

test("without an audit nobody looks through other eyes", async () => {
  const broken = openGraph(db.gateway, {
    workerPool: db.worker,
    audit: {
      ...memoryAudit(),
      record: () => Promise.reject(new GoldseedError("AUDIT_UNAVAILABLE", "The disk is full.")),
    },
  });
  const { data, errors } = await broken.ask(district, asOther, { input: town });
  expect(data.viewAs).toBeNull();
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(["AUDIT_UNAVAILABLE"]);
});

const gateway = await openGateway(db.gateway, { officer, viewer }, { workerPool: db.worker });
afterAll(() => gateway.stop());

test.each([
  ["officer", "access", ["mask", "refuse"]],
  ["officer", "", null],
  ["viewer", "access", null],
])("over HTTP %s with the header %j has the clauses %j", async (caller, header, decisions) => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${caller}`,
      "content-type": "application/json",
      ...(header === "" ? {} : { "x-graphql-explain": header }),
    },
    body: JSON.stringify({
      query: `{ enterprise(creditCode: "${codes.A}") { contactPhone } importRuns { totalCount } }`,
    }),
  });
  const { extensions } = (await response.json()) as {
    extensions?: { access?: { fields: { decision: string; rule: string; path: string[] }[] } };
  };
  const found = extensions?.access?.fields.map(({ decision }) => decision).sort() ?? null;
  expect(found).toEqual(decisions);
});
