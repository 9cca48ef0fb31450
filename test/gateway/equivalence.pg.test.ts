/**
 * For generated operations over the whole schema, the compiled answer is byte for byte what graphql-js gives with naive
 * resolvers over the same rows: every tier, several clearances, pages from both ends. OPERATIONS and SEED change the run.
 */
import { execute, parse } from "graphql";
import { beforeAll, expect, test } from "vitest";

import { assessEnterprises } from "../../cultivation/assess-enterprises.ts";
import { findWaysToPass } from "../../cultivation/find-ways-to-pass.ts";
import { loadSoundCriteria } from "../../cultivation/load-criteria.ts";
import { refreshPortraits } from "../../cultivation/refresh-portraits.ts";
import { fillDemonstration } from "../../demo/district/fill-demonstration.ts";
import { refreshAreaStatistics } from "../../store/queries/area-statistics.ts";
import { loadReferenceData } from "../../store/reference-data.ts";
import { createTestDatabase } from "../kit/database.ts";
import { generateOperation, randomFrom } from "../kit/generate-operation.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { cursorOf } from "../kit/naive-cursor.ts";
import { isVisible, naiveResolver } from "../kit/naive-resolver.ts";
import { type NaiveStore, readNaiveStore } from "../kit/naive-store.ts";

const operations = Number(process.env["OPERATIONS"] ?? 10_000);
const seed = Number(process.env["SEED"] ?? 20_261_123);
const secret = Buffer.alloc(32, 7);

const db = await createTestDatabase();
const graph = openGraph(db.gateway, {
  operationLimits: {
    maxTokens: 10_000,
    maxDepth: 20,
    maxAliases: 100,
    maxRootFields: 20,
    maxSelections: 2_000,
    maxDirectives: 200,
  },
});
const criteria = await loadSoundCriteria();
let store: NaiveStore;

const principals = [
  principal("CITY", ["3702"]),
  principal("DISTRICT", ["370211"]),
  principal("DISTRICT", ["370211"], {
    clearance: "L4",
    subject: "visitor",
    purpose: "SERVICE_VISIT",
  }),
  principal("ZONE", ["370211Z03"]),
  principal("ZONE", ["370211Z02", "370211Z07"]),
  principal("TOWN", ["370211010"]),
  principal("TOWN", ["370211010"], { clearance: "L2", subject: "viewer", role: "VIEWER" }),
  principal("TOWN", ["370211001", "370211103"]),
  principal("TOWN", []),
];

beforeAll(async () => {
  await loadReferenceData(db.worker);
  await fillDemonstration({ workerPool: db.worker, scale: "small", asOf: "2025-01-15" });
  // Two days, so that there is a history; a district without judgements would agree on nothing about them.
  for (const asOf of ["2024-06-01", "2025-01-15"])
    await assessEnterprises(db.worker, { asOf, criteria });
  await findWaysToPass(db.worker, { asOf: "2025-01-15", criteria, progress: 95 });
  await refreshPortraits(db.worker, { asOf: "2025-01-15" });
  await refreshAreaStatistics(db.worker, "2025-01-15");
  store = await readNaiveStore(db.owner);
});

async function naive(
  query: string,
  variables: Readonly<Record<string, unknown>>,
  who: (typeof principals)[number],
): Promise<string> {
  const { schema } = graph.answering;
  const typeResolver = (value: { __typename?: string }) => value.__typename;
  const result = await execute({
    schema,
    document: parse(query),
    variableValues: variables,
    contextValue: { store, principal: who, secret },
    fieldResolver: naiveResolver as never,
    typeResolver,
    rootValue: {},
  });
  if (result.errors)
    throw new Error(`The naive resolvers failed: ${result.errors.join("; ")}\n${query}`);
  return JSON.stringify(result.data);
}

/** The bytes of `data` as they went over the wire, up to where errors or the end follow. */
function bytesOf(text: string, errors: readonly unknown[]): string {
  const tail = errors.length > 0 ? `,"errors":${JSON.stringify(errors)}}` : "}";
  return text.endsWith(tail) ? text.slice('{"data":'.length, -tail.length) : text;
}

test(`${operations} generated operations answer alike (seed ${seed})`, async () => {
  const random = randomFrom(seed);
  const all = store.rows("enterprises");
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const sampler = {
    creditCode: () => String(any(all)["credit_code"]),
    area: (kind: "TOWN" | "ZONE") =>
      String(any(store.rows("areas").filter((area) => area["kind"] === kind))["code"]),
    name: () => {
      const name = String(any(all)["name"]);
      const start = Math.floor(random() * (name.length - 2));
      return name.slice(start, start + 1 + Math.floor(random() * 4));
    },
  };
  let rows = 0;
  for (let i = 0; i < operations; i++) {
    const who = any(principals);
    const { query, variables } = generateOperation(graph.answering.schema, random, sampler);
    const answer = await graph.ask(who, query, variables);
    const expected = await naive(query, variables, who);
    const compiled = bytesOf(answer.text, answer.errors);
    if (
      compiled !== expected ||
      answer.errors.some((error) => error.extensions.code !== "FORBIDDEN_FIELD")
    ) {
      expect
        .soft(
          answer.errors,
          `operation ${i} as ${who.subject}\n${query}\n${JSON.stringify(variables)}`,
        )
        .toEqual([]);
      expect(
        JSON.parse(compiled),
        `operation ${i} as ${who.subject}\n${query}\n${JSON.stringify(variables)}`,
      ).toEqual(JSON.parse(expected));
      expect(compiled).toBe(expected);
    }
    rows += expected.length;
  }
  // Most operations must be about something: empty answers would agree for no reason.
  expect(rows / operations).toBeGreaterThan(150);
}, 400_000);

test("pages from any cursor in either direction answer alike", async () => {
  const random = randomFrom(seed + 1);
  const query = `query($first: Int, $after: String, $last: Int, $before: String, $orderBy: EnterpriseOrder, $filter: EnterpriseFilter) {
    enterprises(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy, filter: $filter) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { creditCode ipRights(first: 2) { totalCount edges { cursor } pageInfo { endCursor } } } } } }`;
  const keys = {
    SCORE: [["score_order"], ["credit_code"]],
    NAME: [["name"], ["credit_code"]],
    CREDIT_CODE: [["credit_code"]],
    ESTABLISHED_ON: [["established_order"], ["credit_code"]],
  } as const;
  for (let i = 0; i < 600; i++) {
    const who = principals[Math.floor(random() * principals.length)] ?? principals[0];
    if (!who) throw new Error("no principal");
    const field =
      (["SCORE", "NAME", "CREDIT_CODE", "ESTABLISHED_ON"] as const)[Math.floor(random() * 4)] ??
      "SCORE";
    const direction = random() < 0.5 ? "ASC" : "DESC";
    const filter = random() < 0.5 ? null : { inLibrary: random() < 0.5 };
    const context = { store, principal: who, secret };
    const visible = store
      .rows("enterprises")
      .filter(
        (row) =>
          isVisible(context, row) && (filter === null || row["in_library"] === filter.inLibrary),
      );
    const row = visible[Math.floor(random() * visible.length)];
    const cursor = row
      ? cursorOf(
          row,
          {
            keys: keys[field],
            descending: direction === "DESC",
            place: "Query.enterprises",
            depth: i,
          },
          filter,
          context,
        )
      : null;
    const size = Math.floor(random() * 7);
    const bounds = random() < 0.5 ? { first: size, after: cursor } : { last: size, before: cursor };
    const variables = { ...bounds, orderBy: { field, direction }, filter };
    const answer = await graph.ask(who, query, variables);
    expect(answer.errors).toEqual([]);
    expect(
      bytesOf(answer.text, answer.errors),
      JSON.stringify({ variables, who: who.subject }),
    ).toBe(await naive(query, variables, who));
  }
}, 120_000);

/** A list of a library whose selection, filter and order are drawn; of one in seven a field is asked that only the table has. */
function generateLibraryList(random: () => number, towns: readonly string[]) {
  const some = (list: readonly string[], share: number) =>
    list.filter(() => random() < share).sort(() => random() - 0.5);
  const node = some(
    [
      "creditCode",
      "id",
      "title: name",
      "name",
      "kind",
      "legalForm",
      "industryCode",
      "industryName",
      "establishedOn",
      "capitalAmount",
      "status",
      "sizeClass",
      "isDemo",
      "inLibrary",
      "libraryKinds",
      "titleKinds",
      "score",
      "town { name }",
      "zone { code }",
      "libraries { libraryKind }",
      "financials(first: 1) { year revenue }",
    ],
    0.3,
  );
  const titles = some(
    ["kind", "level", "batch", "validFrom", "validTo", "status", "certificateNo"],
    0.4,
  );
  const years = some(["year", "employees", "insured", "rdStaff", "graduateStaff"], 0.4);
  const portrait = some(
    ["score", "labels", "trend", "labelCompletion", "completeness", "latestYear", "latestRevenue"],
    0.4,
  );
  const elsewhere = random() < 0.15 ? ["address"] : [];
  const deeper = random() < 0.15 ? " explanation" : "";
  const selection = [
    ...elsewhere,
    ...node,
    `titles { __typename ${titles.join(" ")} }`,
    `employments(first: ${Math.floor(random() * 4)}) { __typename ${years.join(" ")} }`,
    `portrait { __typename ${portrait.join(" ")}${deeper} }`,
  ];
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const filter = {
    inLibrary: true,
    ...(random() < 0.5 && { town: pick(towns) }),
    ...(random() < 0.2 && { library: pick(["SPECIALIZED", "GAZELLE"]) }),
    ...(random() < 0.2 && { or: [{ scoreMin: "50" }, { not: { sizeClass: ["SMALL"] } }] }),
  };
  const field = pick(["SCORE", "NAME", "CREDIT_CODE", "ESTABLISHED_ON"]);
  const variables = { filter, orderBy: { field, direction: pick(["ASC", "DESC"]) } };
  const query = `query($filter: EnterpriseFilter, $orderBy: EnterpriseOrder) { enterprises(${pick(["first", "last"])}: ${Math.floor(random() * 8)}, filter: $filter, orderBy: $orderBy) {
    ${random() < 0.4 ? "totalCount" : ""} pageInfo { hasNextPage endCursor } edges { cursor node { ${selection.join(" ")} } } } }`;
  return { query, variables, held: elsewhere.length === 0 };
}

test("lists of a library answer alike from their read model, and go to the table for what it lacks", async () => {
  const random = randomFrom(seed + 2);
  const towns = store
    .rows("areas")
    .filter(({ kind }) => kind === "TOWN")
    .map(({ code }) => String(code));
  const read = { listed_members: 0, enterprises: 0 };
  for (let i = 0; i < 300; i++) {
    const who = principals[i % principals.length]!;
    const { query, variables, held } = generateLibraryList(random, towns);
    const prepared = graph.answering.documents.prepare(query);
    if ("errors" in prepared) throw prepared.errors[0]!;
    const [operation] = prepared.operations.values();
    const { tables } = graph.answering.plans.planFor(prepared, operation!, variables, who);
    const table = held ? "listed_members" : "enterprises";
    expect([...tables], query).toContain(table);
    expect(tables.has(held ? "enterprises" : "listed_members"), query).toBe(false);
    read[table] += 1;
    const answer = await graph.ask(who, query, variables);
    expect(
      bytesOf(answer.text, answer.errors),
      `${who.subject} ${query} ${JSON.stringify(variables)}`,
    ).toBe(await naive(query, variables, who));
  }
  expect(Math.min(read.listed_members, read.enterprises * 5)).toBeGreaterThan(120);
}, 120_000);
