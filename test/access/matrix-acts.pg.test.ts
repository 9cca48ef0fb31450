/**
 * Every class of principal against the ways in that are no plain read: every mutation, every subscription, and the export
 * of every list. Who gets through is said by the oracle's own reading of the policy; engines are not run, they only tell
 * that they were reached. What they then let through themselves is tested beside each of them. MATRIX_FULL=1: every list by every class.
 */
import {
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from "graphql";
import { expect, test } from "vitest";

import { type AskPage, exportPages } from "../../cli/export-pages.ts";
import type { Principal } from "../../domain/access/principal.ts";
import { roles, tiers } from "../../domain/vocabulary.ts";
import { streamOperation } from "../../gateway/subscriptions/stream-operation.ts";
import { createCityRecordLoader } from "../../resolvers/city-record/load-city-records.ts";
import type { Mutations, Subscriptions } from "../../resolvers/engine-language.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { testCode, towns } from "../kit/seed.ts";
import { contractFields, type OracleField, verdictOf } from "./policy-oracle.ts";

const db = await createTestDatabase();
const fields = contractFields();
const fieldsOf = (type: string) => fields.filter((field) => field.type === type);

const isFull = process.env["MATRIX_FULL"] === "1";

const reached: string[] = [];
/** Every name has a handler, which tells that it was reached. */
const reaching = (answer: (name: string) => unknown): unknown =>
  new Proxy({}, { get: (_, name) => () => answer(String(name)) });
const mutations = reaching((name) => {
  reached.push(name);
  return Promise.resolve({});
}) as Mutations;
const subscriptions = reaching(async function* (name) {
  reached.push(name);
  yield* [];
}) as Subscriptions;
const graph = openGraph(db.gateway, { workerPool: db.worker, mutations });
const { schema } = graph.answering;

const areas = { CITY: ["3702"], DISTRICT: ["370211"], ZONE: ["370211Z03"], TOWN: [towns.yinzhu] };
const classes: readonly Principal[] = tiers.flatMap((tier) =>
  roles.flatMap((role) =>
    (["L1", "L4"] as const).map((clearance) =>
      principal(tier, areas[tier], {
        role,
        clearance,
        purpose: clearance === "L4" ? "SERVICE_VISIT" : null,
        subject: `${tier}-${role}-${clearance}`,
      }),
    ),
  ),
);

const scalars: Readonly<Record<string, unknown>> = {
  CreditCode: testCode(1),
  Date: "2026-01-05",
  DateTime: "2027-01-05T00:00:00Z",
  Decimal: "1",
  AreaCode: towns.yinzhu,
  Int: 1,
  Float: 1,
  Boolean: true,
  JSON: {},
};

/** The least that the contract takes for a type. */
function leastOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return leastOf(type.ofType);
  if (isListType(type)) return [leastOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return scalars[type.name] ?? "x";
  const parts = Object.values(type.getFields());
  const wanted = type.isOneOf ? parts.slice(0, 1) : parts.filter(isRequiredInputField);
  return Object.fromEntries(wanted.map((part) => [part.name, leastOf(part.type)]));
}

/** Asks one field of a root for what it can always be asked. */
function documentOf(kind: "mutation" | "subscription", root: GraphQLObjectType, name: string) {
  const field = root.getFields()[name]!;
  const args = field.args.filter(({ type }) => isNonNullType(type));
  const head = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(", ");
  const call = args.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
  return {
    query: `${kind}${head && `(${head})`} { ${name}${call && `(${call})`} { __typename } }`,
    variables: Object.fromEntries(args.map((arg) => [arg.name, leastOf(arg.type)])),
  };
}

test("every class and every mutation: the engine is reached by those whom the policy names", async () => {
  const all = fieldsOf("Mutation");
  expect(all.map(({ name }) => name).sort()).toEqual(
    Object.keys(schema.getMutationType()!.getFields()).sort(),
  );
  const outcomes = { reached: 0, refused: 0 };
  for (const field of all) {
    const { query, variables } = documentOf("mutation", schema.getMutationType()!, field.name);
    for (const who of classes) {
      reached.length = 0;
      const answer = await graph.ask(who, query, variables);
      const isOpen = verdictOf(who, field) === "show";
      expect([field.name, who.subject, reached, answer.status]).toEqual([
        field.name,
        who.subject,
        isOpen ? [field.name] : [],
        200,
      ]);
      outcomes[isOpen ? "reached" : "refused"] += 1;
    }
  }
  expect(Math.min(outcomes.reached, outcomes.refused)).toBeGreaterThan(50);
});

test("every class and every subscription: the stream begins for those whom the policy names", async () => {
  const all = fieldsOf("Subscription");
  expect(all.map(({ name }) => name).sort()).toEqual(
    Object.keys(schema.getSubscriptionType()!.getFields()).sort(),
  );
  let refusals = 0;
  for (const field of all) {
    const request = documentOf("subscription", schema.getSubscriptionType()!, field.name);
    for (const who of classes) {
      reached.length = 0;
      const streaming = { answering: graph.answering, subscriptions, hub: {} as never };
      const codes: unknown[] = [];
      for await (const { errors } of streamOperation(streaming, request, () => contextOf(who)))
        codes.push(...(errors ?? []).map(({ extensions }) => extensions.code));
      const isOpen = verdictOf(who, field) === "show";
      expect([field.name, who.subject, reached, codes]).toEqual(
        isOpen
          ? [field.name, who.subject, [field.name], []]
          : [field.name, who.subject, [], ["FORBIDDEN"]],
      );
      if (!isOpen) refusals += 1;
    }
  }
  expect(refusals).toBeGreaterThan(50);
});

const contextOf = (who: Principal) =>
  Promise.resolve({
    principal: who,
    requestId: "test",
    deadlineMs: performance.now() + 10_000,
    signal: new AbortController().signal,
    explain: false,
    cityRecords: createCityRecordLoader(null),
  });

/** Columns of a list: fields of its rows that are neither objects nor in need of arguments. */
function columnsOf(list: OracleField): readonly OracleField[] {
  const node = list.returns.replace(/Connection$/u, "");
  const type = schema.getType(node) as GraphQLObjectType;
  return fieldsOf(node).filter(({ name }) => {
    const field = type.getFields()[name]!;
    return (
      !("getFields" in getNamedType(field.type)) &&
      field.args.every(({ type: of }) => !isNonNullType(of))
    );
  });
}

const envelope = (list: OracleField): readonly OracleField[] => {
  const [edge, page] = [list.returns.replace(/Connection$/u, "Edge"), "PageInfo"];
  const wanted = [
    [list.returns, "edges"],
    [edge, "node"],
    [list.returns, "pageInfo"],
    [page, "hasNextPage"],
    [page, "endCursor"],
  ];
  return wanted.map(([type, name]) =>
    fields.find((field) => field.type === type && field.name === name)!,
  );
};

async function exported(who: Principal, list: OracleField, columns: readonly string[]) {
  const query = `query($after: String) { ${list.name}(first: 1, after: $after${list.name === "enterprises" ? ", orderBy: {field: CREDIT_CODE, direction: ASC}" : ""}) { edges { node { ${columns.join(" ")} } } pageInfo { hasNextPage endCursor } } }`;
  try {
    const ask: AskPage = async (after) => ({
      ...(await graph.ask(who, query, { after })),
      requestId: "r",
    });
    for await (const page of exportPages(ask)) void page;
    return "whole";
  } catch (error) {
    return (error as { code: string }).code;
  }
}

test("every class and every list: what may be exported, and that one closed column ends it", async () => {
  const lists = fieldsOf("Query").filter(({ returns }) => returns.endsWith("Connection"));
  expect(lists.length).toBeGreaterThan(10);
  const outcomes: Record<string, number> = {};
  for (const [at, list] of lists.entries())
    // Each list meets every tier and role; its clearances take turns unless all are wanted.
    for (const who of classes.filter((_, index) => isFull || (index + at) % 2 === 0)) {
      const isOpen = [list, ...envelope(list)].every((used) => verdictOf(who, used) === "show");
      const columns = columnsOf(list);
      const closed = columns.filter((used) => verdictOf(who, used) === "refuse");
      const told = columns.filter((used) => !closed.includes(used)).map(({ name }) => name);
      const tries = [
        [["__typename", ...told], isOpen ? "whole" : "FORBIDDEN_FIELD"],
        ...closed.slice(0, 1).map(({ name }) => [[name], "FORBIDDEN_FIELD"] as const),
      ] as const;
      for (const [names, wanted] of tries) {
        const got = await exported(who, list, names);
        expect([list.name, who.subject, names, got]).toEqual([
          list.name,
          who.subject,
          names,
          wanted,
        ]);
        outcomes[wanted] = (outcomes[wanted] ?? 0) + 1;
      }
    }
  expect(Math.min(outcomes["whole"] ?? 0, outcomes["FORBIDDEN_FIELD"] ?? 0)).toBeGreaterThan(100);
});
