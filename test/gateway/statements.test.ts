/** The SQL of every way to ask for a list, by tier: a change of plan is a difference that a reviewer reads. */
import { getVariableValues } from "graphql";
import { expect, test } from "vitest";

import type { Role, Tier } from "../../domain/vocabulary.ts";
import type { BindInputs, Plan } from "../../gateway/compile/plan.ts";
import { DocumentCache, operationNamed } from "../../gateway/execute/document-cache.ts";
import { PlanCache } from "../../gateway/execute/plan-cache.ts";
import { defaultOperationLimits } from "../../gateway/limits/measure-operation.ts";
import { loadPolicy } from "../../gateway/load-policy.ts";
import { loadSchema } from "../../gateway/load-schema.ts";
import { shapes } from "../../resolvers/shapes.ts";
import { pageLimits, principal } from "../kit/graph.ts";

const schema = loadSchema();
const documents = new DocumentCache(schema, defaultOperationLimits);
const plans = new PlanCache({ schema, shapes, policy: loadPolicy(schema), limits: pageLimits });

const areasOf: Readonly<Record<Tier, readonly string[]>> = {
  CITY: ["3702"],
  DISTRICT: ["370211"],
  ZONE: ["370211Z03"],
  TOWN: ["370211010"],
};

const statementOf = (tier: Tier, query: string, variables?: Record<string, unknown>, role?: Role) =>
  planOf(tier, query, variables, role).statement.text;

function planOf(
  tier: Tier,
  query: string,
  variables: Record<string, unknown> = {},
  role?: Role,
): Plan {
  const prepared = documents.prepare(query);
  if ("errors" in prepared) throw new Error(prepared.errors.join("\n"));
  const operation = operationNamed(prepared, null);
  const { coerced } = getVariableValues(
    schema,
    operation.definition.variableDefinitions ?? [],
    variables,
  );
  return plans.planFor(
    prepared,
    operation,
    coerced ?? {},
    principal(tier, areasOf[tier], role ? { role } : {}),
  );
}

const page = `query($after: String, $before: String, $last: Int, $filter: EnterpriseFilter, $orderBy: EnterpriseOrder) {
  enterprises(first: 20, after: $after, before: $before, last: $last, filter: $filter, orderBy: $orderBy) { edges { cursor node { name } } pageInfo { hasNextPage endCursor } } }`;
const worklist = page.replace("first: 20, ", "");

type Case = readonly [
  name: string,
  tier: Tier,
  query: string,
  variables?: Record<string, unknown>,
  role?: Role,
];
const cases: readonly Case[] = [
  ["worklist of a town", "TOWN", worklist],
  ["worklist of a zone, next page", "ZONE", worklist, { after: "x" }],
  ["worklist of the district, backwards", "DISTRICT", worklist, { last: 5, before: "x" }],
  [
    "filtered and counted",
    "TOWN",
    `query($filter: EnterpriseFilter) { enterprises(filter: $filter) { totalCount } }`,
    {
      filter: {
        library: "GAZELLE",
        nameContains: "海洋",
        or: [{ inLibrary: true }, { not: { scoreMin: "50" } }],
      },
    },
  ],
  [
    "portrait",
    "TOWN",
    `query($code: CreditCode!) { enterprise(creditCode: $code) { id name town { name } portrait { score labels labelReasons { label } } titles { kind } financials(first: 3) { year revenue } ipRights(first: 5) { totalCount edges { node { title } } } } }`,
    { code: "91370211MAXX0001X9" },
  ],
  [
    "portrait for the district",
    "DISTRICT",
    `query($code: CreditCode!) { enterprise(creditCode: $code) { name contactPhone portrait { score } } }`,
    { code: "91370211MAXX0001X9" },
  ],
  ["libraries", "ZONE", `{ libraries { kind count } }`],
  [
    "libraries of a day",
    "TOWN",
    `query($day: Date) { libraries(asOf: $day) { kind count } }`,
    { day: "2025-01-01" },
  ],
  [
    "list of a library for a town",
    "TOWN",
    `query($town: AreaCode!, $after: String) { enterprises(first: 20, after: $after, filter: { town: $town, inLibrary: true }) { totalCount edges { cursor node { creditCode name score titles { kind status } employments(first: 1) { year employees } portrait { labels latestRevenue } town { name } } } pageInfo { hasNextPage endCursor } } }`,
    { town: "370211010", after: "x" },
  ],
  [
    "list of a library with parts that its model lacks",
    "DISTRICT",
    `{ enterprises(first: 5, filter: { inLibrary: true, library: GAZELLE }) { edges { node { name titles { kind updatedAt } portrait { explanation } } } } }`,
  ],
  [
    "members of a day",
    "DISTRICT",
    `{ libraryMembers(asOf: "2024-12-31", first: 5, filter: { kinds: [GAZELLE] }) { totalCount edges { node { enteredOn enterprise { name } } } } }`,
  ],
  ["bases of a town", "TOWN", `{ bases(first: 5) { edges { node { baseNo name } } } }`],
  [
    "gold seeds of a town",
    "TOWN",
    `{ goldSeeds(first: 20, filter: { kinds: [SPECIALIZED] }) { totalCount edges { node { kind details enterprise { name } } } } }`,
  ],
  [
    "titles that lapse",
    "ZONE",
    `{ titleVerifications(first: 20, filter: { outcomes: [LAPSING] }) { edges { node { kind } } } }`,
  ],
  [
    "titles that lapse, of which it is not known whether they could be renewed",
    "TOWN",
    `{ titleVerifications(first: 20, filter: { outcomes: [LAPSING], computed: [UNKNOWN] }) { totalCount edges { node { kind } } } }`,
  ],
  [
    "assessments of an enterprise",
    "TOWN",
    `query($code: CreditCode!, $day: Date) { enterprise(creditCode: $code) { assessments(pack: "srdi_sme_2026", asOf: $day) { verdict pack { nameZh } waysToPass { sentence changes { input by } } } assessmentHistory { verdict } verifications { outcome } titleClaims { kind } libraries(asOf: $day) { libraryKind } portrait { parts { nameZh percentile } } } }`,
    { code: "91370211MAXX0001X9", day: "2026-01-01" },
  ],
  ["criteria and indicators", "TOWN", `{ criteriaPacks { packId } indicators { indicatorId } }`],
  [
    "the yearly report of a town",
    "TOWN",
    `{ yearlyReport(year: 2025) { inLibrary libraries { kind entered } } }`,
  ],
  ["the yearly report", "DISTRICT", `{ yearlyReport(year: 2025) { area { name } inLibrary } }`],
  [
    "statistics",
    "TOWN",
    `{ statistics { area { name } enterprises libraries { kind count } labelCompletion } }`,
  ],
  [
    "areas of a kind",
    "TOWN",
    `query($kind: Tier) { areas(kind: $kind) { code parent { name } } }`,
    { kind: "ZONE" },
  ],
  [
    "node",
    "TOWN",
    `query($id: ID!) { node(id: $id) { id ... on Enterprise { name } } }`,
    { id: Buffer.from("Enterprise:91370211MAXX0001X9").toString("base64url") },
  ],
  ["exchanges", "DISTRICT", `{ syncRuns(first: 5) { totalCount edges { node { id state } } } }`],
  [
    "open conflicts with their history",
    "DISTRICT",
    `{ syncConflicts(first: 5, filter: { state: OPEN }) { totalCount edges { node { id kind base ours theirs history { decision note } } } } }`,
  ],
  [
    "receipts",
    "CITY",
    `{ agreementReceipts(first: 2) { edges { node { level agreed ourRoot theirSignature } } } }`,
  ],
  [
    "enterprises without a town",
    "DISTRICT",
    `{ enterprises(first: 20, filter: { townSettled: false }) { totalCount edges { node { creditCode address } } } }`,
  ],
  [
    "sources with their imports",
    "DISTRICT",
    `{ sources(first: 20) { totalCount edges { cursor node { code department importRuns { state report { read reasons { name count } held { code } times { mergingMs } } } } } } }`,
  ],
  [
    "imports of a source",
    "DISTRICT",
    `query($after: String) { importRuns(first: 20, after: $after) { totalCount edges { cursor node { source state startedAt report { read created quarantined linked { name count } file { lines unknownColumns } } } } } }`,
    { after: "x" },
  ],
  [
    "open quarantined rows",
    "DISTRICT",
    `query($after: String) { quarantinedRows(first: 20, after: $after, filter: { source: "permits", isResolved: false }) { totalCount edges { cursor node { line reasons { code column messageZh } importRun { source } } } } }`,
    { after: "x" },
  ],
  [
    "open reviews of links",
    "DISTRICT",
    `query($after: String) { linkReviews(first: 20, after: $after, filter: { source: "permits", state: OPEN }) { totalCount edges { cursor node { groupKey record { mention { name } rows { line raw } } candidates { creditCode bits stops } } } } }`,
    { after: "x" },
  ],
  [
    "audit entries of an enterprise",
    "DISTRICT",
    `query($after: String, $filter: AuditEntryFilter) { auditEntries(first: 20, after: $after, filter: $filter) {
      totalCount edges { cursor node { sequence at actor action outcome fields creditCodes digest } } pageInfo { hasNextPage endCursor } } }`,
    {
      after: "x",
      filter: {
        actor: "li.si",
        category: ["ACCESS"],
        outcome: ["DONE"],
        creditCode: "91370211MA3C8Q0T0X",
        from: "2026-01-01T00:00:00Z",
      },
    },
    "AUDITOR",
  ],
  [
    "worklist of alerts of a town",
    "TOWN",
    `query($after: String) { alerts(first: 20, after: $after, filter: { state: [PENDING, IN_PROGRESS], closed: false }) { totalCount edges { cursor node { id state headline figures dueOn enterprise { creditCode name } screening { code } events { toState actor at } followUps { outcome } } } } }`,
    { after: "x" },
  ],
  [
    "overdue alerts of the district by when they were raised",
    "DISTRICT",
    `query($after: String) { alerts(first: 20, after: $after, filter: { escalated: true, level: [HIGH], dueTo: "2026-11-27", raisedFrom: "2026-11-01T00:00:00+08:00", raisedTo: "2026-11-20T00:00:00+08:00" }, orderBy: { field: RAISED_AT, direction: DESC }) { totalCount edges { cursor node { id handler } } } }`,
    { after: "x" },
  ],
  [
    "alerts, follow-ups and matches of an enterprise",
    "ZONE",
    `query($code: CreditCode!) { enterprise(creditCode: $code) { alerts { state } followUps { outcome } matches { occurrence leftAt screening { code } } } }`,
    { code: "91370211MAXX0001X9" },
  ],
  [
    "screenings with versions and history",
    "DISTRICT",
    `query($after: String) { screenings(first: 20, after: $after) { totalCount edges { cursor node { code state versions { version sentence } history { action actor } } } } }`,
    { after: "x" },
  ],
];

test.each(cases.map((each) => [each[0], each] as const))(
  "%s",
  async (_title, [name, tier, query, variables, role]) => {
    const text = statementOf(tier, query, variables, role).replaceAll(
      / (from|where|order by|left join|limit|with|select) /gu,
      "\n$1 ",
    );
    await expect(text).toMatchFileSnapshot(`snapshots/${name.replaceAll(/[ ,]+/gu, "-")}.sql`);
  },
);

test("requests that differ in values alone share one plan", () => {
  const first = statementOf("TOWN", page, { filter: { nameContains: "甲" }, after: "a" });
  expect(statementOf("TOWN", page, { filter: { nameContains: "乙" }, after: "b" })).toBe(first);
  expect(statementOf("TOWN", page, { filter: { nameContains: "乙" } })).not.toBe(first);
});

test.each([
  [{}, ["20", "10"], []],
  [{ n: 50 }, ["50", "50"], []],
  [{ n: 7 }, ["$3", "$3"], ["7"]],
])(
  "sizes are each argument's own default, a usual one, or a parameter: %o",
  (variables, ...told) => {
    const { statement, parameters } = planOf(
      "TOWN",
      `query($n: Int) { enterprise(creditCode: "91370211MAXX0001X9") {
      assessmentHistory(first: $n) { packId } financials(first: $n) { year } } }`,
      variables,
    );
    const inputs: BindInputs = {
      variables,
      principal: principal("TOWN", areasOf.TOWN),
      cursorKey: { secret: "", former: null },
    };
    const read = parameters.map((reader) => reader(inputs));
    const limits = [...statement.text.matchAll(/ limit (\$?\d+)/gu)].map(([, limit]) => limit);
    expect([limits, read.filter((value) => /^\d{1,2}$/u.test(value ?? ""))]).toEqual(told);
  },
);

test.each([
  ["portrait", true],
  ["assessments of an enterprise", true],
  ["node", true],
  ["worklist of alerts of a town", false],
  ["gold seeds of a town", false],
  ["the yearly report of a town", false],
  ["areas of a kind", false],
] as const)("%s is read by keys alone: %s", (title, keyed) => {
  const [, tier, query, variables, role] = cases.find(([name]) => name === title)!;
  expect(planOf(tier, query, variables, role).statement.keyed).toBe(keyed);
});

test("a key beside a list is not read by keys alone", () => {
  const query =
    '{ enterprise(creditCode: "91370211MAXX0001X9") { name } enterprises(first: 1) { totalCount } }';
  expect(planOf("TOWN", query).statement.keyed).toBe(false);
});

test.each(["TOWN", "ZONE"] as const)(
  "every scoped table of a %s statement carries the predicate",
  (tier) => {
    const text = statementOf(tier, cases[4]?.[2] ?? "", { code: "91370211MAXX0001X9" });
    const column = tier === "TOWN" ? "town_code" : "zone_code";
    const reads = [...text.matchAll(/from "(\w+)" (t\d+)/gu)].filter(
      ([, table]) => table !== "areas",
    );
    expect(reads.length).toBeGreaterThan(5);
    for (const [, , alias] of reads)
      expect(text).toMatch(new RegExp(`${alias}\\."${column}"( collate "C")? = \\$`, "u"));
  },
);

test.each(cases.map((each) => [each[0], each] as const))(
  "%s: the plan names the tables that its text reads",
  (_title, [, tier, query, variables, role]) => {
    const { tables, statement } = planOf(tier, query, variables, role);
    const read = [
      ...statement.text.matchAll(/\b(?:from|join) "?(?!unnest|rows\b)([a-z_]{2,})"?/gu),
    ];
    expect(tables).toEqual(new Set(read.map(([, name]) => name)));
  },
);
