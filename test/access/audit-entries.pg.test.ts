/** The audit in the graph: for auditors of city and district, who see nothing else; what they read of it is written too. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { appendEntries } from "../../store/audit/append-entries.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGateway, type TestGateway } from "../kit/gateway.ts";
import { principal } from "../kit/graph.ts";
import { codes, seedDistrict, towns, zones } from "../kit/seed.ts";

const db = await createTestDatabase();
const auditor = { role: "AUDITOR", clearance: "L3" } as const;
const callers = {
  district: principal("DISTRICT", ["370211"], auditor),
  city: principal("CITY", ["3702"], auditor),
  low: principal("DISTRICT", ["370211"], { role: "AUDITOR", clearance: "L2" }),
  zone: principal("ZONE", [zones.ocean], auditor),
  town: principal("TOWN", [towns.yinzhu], auditor),
  officer: principal("DISTRICT", ["370211"], { clearance: "L4", role: "OFFICER" }),
  developer: principal("DISTRICT", ["370211"], { clearance: "L4", role: "DEVELOPER" }),
  machine: principal("CITY", ["3702"], { clearance: "L4", role: "MACHINE" }),
};
let gateway: TestGateway;

beforeAll(async () => {
  await seedDistrict(db.owner);
  gateway = await openGateway(db.gateway, callers);
  const read = { category: "ACCESS", action: "graph.read", outcome: "DONE" } as const;
  await appendEntries(
    db.worker,
    [
      {
        ...read,
        actor: "li.si",
        tier: "TOWN",
        fields: ["TaxPayment.amount"],
        rowCount: 3,
        creditCodes: [codes.A],
        requestId: "r-1",
        details: { masked: [] },
      },
      {
        ...read,
        actor: "oa.system",
        onBehalfOf: "wang.wu",
        category: "SHARING",
        creditCodes: [codes.B],
      },
      {
        actor: "li.si",
        category: "REFUSAL",
        action: "graph.refused",
        outcome: "REFUSED",
        refusedFields: ["Query.importRuns"],
      },
      { actor: "cli:root", category: "WRITE", action: "cli.key.create", outcome: "INTENT" },
    ],
    "sha256",
  );
});
afterAll(() => gateway.stop());

type Caller = keyof typeof callers;
async function ask(caller: Caller, query: string, variables: object = {}) {
  const answer = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${caller}` },
    body: JSON.stringify({ query, variables }),
  });
  return (await answer.json()) as {
    // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
    data?: any;
    errors?: { extensions: { code: string } }[];
  };
}

const page = `query ($filter: AuditEntryFilter, $after: String) { auditEntries(first: 2, filter: $filter, after: $after) {
  totalCount edges { node { sequence actor onBehalfOf action outcome fields rowCount refusedFields creditCodes requestId details digest } }
  pageInfo { endCursor hasNextPage } } }`;
const numbers = (answer: Awaited<ReturnType<typeof ask>>) =>
  answer.data.auditEntries.edges.map(({ node }: { node: { sequence: string } }) =>
    Number(node.sequence),
  );

test.each<Caller>(["district", "city"])(
  "an auditor of the %s pages through it, latest first",
  async (caller) => {
    const first = await ask(caller, page);
    expect(first.errors).toBeUndefined();
    expect([first.data.auditEntries.totalCount, numbers(first)]).toEqual([4, [4, 3]]);
    const second = await ask(caller, page, { after: first.data.auditEntries.pageInfo.endCursor });
    expect(numbers(second)).toEqual([2, 1]);
    expect(second.data.auditEntries.edges[1].node).toMatchObject({
      actor: "li.si",
      fields: ["TaxPayment.amount"],
      rowCount: 3,
      creditCodes: [codes.A],
      requestId: "r-1",
      details: { masked: [] },
    });
  },
);

test.each([
  [{ actor: "li.si" }, [3, 1]],
  [{ onBehalfOf: "wang.wu" }, [2]],
  [{ creditCode: codes.A }, [1]],
  [{ category: ["WRITE", "REFUSAL"] }, [4, 3]],
  [{ outcome: ["INTENT"] }, [4]],
  [{ action: "graph.read", creditCode: codes.B }, [2]],
  [{ requestId: "r-1" }, [1]],
  [{ to: "2020-01-01T00:00:00Z" }, []],
  [{ from: "2020-01-01T00:00:00Z", actor: "cli:root" }, [4]],
])("entries are found by %j", async (filter, expected) => {
  expect(numbers(await ask("district", page, { filter }))).toEqual(expected);
});

test("reading it is written into it", async () => {
  gateway.audited.length = 0;
  await ask("district", page);
  expect(gateway.audited).toMatchObject([
    { actor: callers.district.subject, action: "graph.read", rowCount: 2 },
  ]);
});

test.each<Caller>(["zone", "town", "officer", "developer", "machine"])(
  "the %s is refused it",
  async (caller) => {
    const { data, errors } = await ask(caller, "{ auditEntries { edges { node { action } } } }");
    expect([data?.auditEntries ?? null, errors?.[0]?.extensions.code]).toEqual([
      null,
      "FORBIDDEN_FIELD",
    ]);
  },
);

test("who is not cleared for it neither sees nor finds who did it", async () => {
  const seen = await ask("low", "{ auditEntries(first: 1) { edges { node { action actor } } } }");
  expect(seen.data.auditEntries.edges).toEqual([
    { node: { action: "cli.key.create", actor: null } },
  ]);
  const found = await ask("low", page.replace("actor onBehalfOf", ""), {
    filter: { actor: "li.si" },
  });
  expect(found.errors?.[0]?.extensions.code).toBe("FORBIDDEN_FIELD");
});

test.each([
  "{ enterprises { totalCount } }",
  `{ enterprise(creditCode: "${codes.A}") { name } }`,
  "{ statistics { area { name } } }",
])("an auditor sees the audit and not %s", async (query) => {
  const { errors } = await ask("district", query);
  expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN_FIELD");
});
