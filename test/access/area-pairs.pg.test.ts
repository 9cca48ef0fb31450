/**
 * All ordered pairs of the 33 areas by every way to an enterprise: nothing of another area. And the same after a breach:
 * without row-level security, without the predicate, without a mask, without a line of the policy, a check fails.
 */
import { readFileSync } from "node:fs";

import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";

import { parsePolicy } from "../../domain/access/parse-policy.ts";
import { PlanCache } from "../../gateway/execute/plan-cache.ts";
import { defaultOperationLimits } from "../../gateway/limits/measure-operation.ts";
import { loadSchema, readClassifications } from "../../gateway/load-schema.ts";
import { shapes } from "../../resolvers/shapes.ts";
import type { TypeShape } from "../../resolvers/shape-language.ts";
import { assertFit } from "../../store/assert-fit.ts";
import { runScoped } from "../../store/scoped-query.ts";
import { createTestDatabase } from "../kit/database.ts";
import { type Graph, type GraphAnswer, openGraph, pageLimits } from "../kit/graph.ts";
import { testCode } from "../kit/seed.ts";
import { type Home, nameOf, openHomes } from "./area-homes.ts";

const db = await createTestDatabase();
/** Every way in one request, which has more root fields than a caller may ask for. */
const options = {
  workerPool: db.worker,
  operationLimits: { ...defaultOperationLimits, maxRootFields: 40, maxAliases: 60 },
};
const graph = openGraph(db.gateway, options);

let homes: readonly Home[] = [];
beforeAll(async () => {
  homes = await openHomes(db, graph);
});

const everyWay = `query($code: CreditCode!, $codes: [CreditCode!], $id: ID!, $alert: ID!, $name: String, $area: AreaCode, $entity: _Any!) {
  byCode: enterprise(creditCode: $code) { name financials { revenue } libraries { libraryKind } titles { kind } portrait { score } ipRights { totalCount } alerts { headline } followUps { note } }
  byFilter: enterprises(first: 5, filter: { creditCodes: $codes }) { totalCount edges { node { name } } }
  byName: enterprises(first: 5, filter: { nameContains: $name }) { totalCount edges { node { name } } }
  byOr: enterprises(first: 5, filter: { or: [{ creditCodes: $codes }, { not: { inLibrary: true } }] }) { totalCount edges { node { name } } }
  byRelation: enterprises(first: 5, filter: { library: GAZELLE, title: GAZELLE, creditCodes: $codes }) { totalCount edges { node { name } } }
  byTown: enterprises(first: 5, filter: { town: $area }) { totalCount }
  byZone: enterprises(first: 5, filter: { zone: $area }) { totalCount }
  membersOfTown: libraryMembers(filter: { town: $area }) { totalCount edges { node { enterprise { name } } } }
  membersOfZone: libraryMembers(filter: { zone: $area }) { totalCount edges { node { enterprise { name } } } }
  basesOfTown: bases(filter: { town: $area }) { totalCount edges { node { name enterprise { name } } } }
  basesOfZone: bases(filter: { zone: $area }) { totalCount edges { node { name enterprise { name } } } }
  alertsOfTown: alerts(filter: { town: $area }) { totalCount edges { node { headline enterprise { name } } } }
  alertsOfZone: alerts(filter: { zone: $area }) { totalCount edges { node { headline enterprise { name } } } }
  verificationsOfTown: titleVerifications(filter: { town: $area }) { totalCount edges { node { enterprise { name } } } }
  verificationsOfZone: titleVerifications(filter: { zone: $area }) { totalCount edges { node { enterprise { name } } } }
  seedsOfTown: goldSeeds(filter: { town: $area }) { totalCount edges { node { enterprise { name } } } }
  node(id: $id) { id ... on Enterprise { name } }
  alertById: node(id: $alert) { id ... on Alert { headline } }
  _entities(representations: [$entity]) { __typename ... on Enterprise { name } }
  libraries { kind count }
  statistics { area { code } enterprises inLibrary libraries { kind count } } }`;

const variablesFor = ({ code, area, alert }: Home) => ({
  code,
  codes: [code],
  id: Buffer.from(`Enterprise:${code}`).toString("base64url"),
  alert,
  name: area,
  area,
  entity: { __typename: "Enterprise", creditCode: code },
});

/** Lists that are asked for one area. */
const byArea = ["members", "bases", "alerts", "verifications"].flatMap((name) => [
  `${name}OfTown`,
  `${name}OfZone`,
]);
const lists = [
  "byFilter",
  "byName",
  "byOr",
  "byRelation",
  "byTown",
  "byZone",
  "seedsOfTown",
  ...byArea,
];

/** What of `other` is in the answer of `own`; nothing is what it should be. */
async function foundOf(over: Graph, own: Home, other: Home): Promise<readonly string[]> {
  const { data, errors, text } = await over.ask(own.who, everyWay, variablesFor(other));
  if (data === undefined) return errors.map(({ message }) => message);
  const gazelles = data.libraries.find(({ kind }: { kind: string }) => kind === "GAZELLE").count;
  const grid = data.statistics.map(({ area }: { area: { code: string } }) => area.code);
  return [
    ...["byCode", "node", "alertById"].filter((name) => data[name] !== null),
    ...lists.filter((name) => data[name].totalCount !== 0),
    ...(data._entities[0] === null ? [] : ["_entities"]),
    ...(gazelles === 1 ? [] : ["libraries"]),
    ...(grid.every((code: string) => code === own.area || code === "370211") ? [] : ["statistics"]),
    ...(/机密|预警|基地/u.test(text) ? ["text"] : []),
    ...errors.map(({ message }) => message),
  ];
}

test("no area finds anything of another by any way of reading (1,056 ordered pairs)", async () => {
  expect(homes).toHaveLength(33);
  for (const own of homes)
    for (const other of homes)
      if (own !== other)
        expect([own.area, other.area, ...(await foundOf(graph, own, other))]).toEqual([
          own.area,
          other.area,
        ]);
});

test("every page of every list, one after the other, is the area's own and no more", async () => {
  const query = `query($after: String) { enterprises(first: 1, after: $after, orderBy: { field: CREDIT_CODE, direction: ASC }) { edges { node { name } } pageInfo { endCursor hasNextPage } } }`;
  for (const { who, area } of homes) {
    const names: string[] = [];
    let after: string | null = null;
    do {
      const { data }: GraphAnswer = await graph.ask(who, query, { after });
      names.push(
        ...data.enterprises.edges.map((edge: { node: { name: string } }) => edge.node.name),
      );
      after = data.enterprises.pageInfo.hasNextPage ? data.enterprises.pageInfo.endCursor : null;
    } while (after !== null);
    expect(names).toEqual([nameOf(area)]);
  }
});

test("every area finds its own by each of those ways, so that finding nothing means something", async () => {
  for (const own of homes) {
    const { data } = await graph.ask(own.who, everyWay, variablesFor(own));
    const name = { name: nameOf(own.area) };
    expect(data.byCode).toMatchObject({ ...name, alerts: [{ headline: `预警-${own.area}` }] });
    expect(data.byCode.financials).toHaveLength(1);
    for (const list of ["byFilter", "byName", "byOr", "byRelation"])
      expect(data[list]).toEqual({ totalCount: 1, edges: [{ node: name }] });
    expect(data.byTown.totalCount + data.byZone.totalCount).toBe(1);
    const kind = own.kind === "TOWN" ? "Town" : "Zone";
    for (const list of byArea)
      expect([list, data[list].totalCount]).toEqual([list, list.endsWith(kind) ? 1 : 0]);
    expect([data.node.name, data._entities[0].name]).toEqual([name.name, name.name]);
    expect(data.alertById.headline).toBe(`预警-${own.area}`);
  }
});

test("no area's cursor is good for another", async () => {
  const query = "query($after: String) { enterprises(first: 1, after: $after) { totalCount } }";
  for (const own of homes)
    for (const other of homes) {
      const answer = await graph.ask(own.who, query, { after: other.cursor });
      const refused = [answer.status, answer.errors[0]?.extensions.code];
      expect(refused).toEqual(own === other ? [200, undefined] : [400, "BAD_CURSOR"]);
    }
});

test("another area's enterprise and none at all give the same bytes by every single way", async () => {
  const [own, other] = [homes[3]!, homes[9]!];
  const absent: Home = { ...other, code: testCode(999), area: "370211Z99" };
  const ways = [
    "query($code: CreditCode!) { enterprise(creditCode: $code) { name contactPhone } }",
    "query($codes: [CreditCode!]) { enterprises(first: 5, filter: { creditCodes: $codes }) { totalCount edges { cursor } pageInfo { endCursor hasNextPage } } }",
    "query($id: ID!) { node(id: $id) { id } }",
    "query($name: String) { enterprises(filter: { nameContains: $name }) { totalCount } }",
    "query($area: AreaCode) { enterprises(filter: { town: $area }) { totalCount } }",
  ];
  for (const way of ways) {
    const [hidden, missing] = [
      await graph.ask(own.who, way, variablesFor(other)),
      await graph.ask(own.who, way, variablesFor(absent)),
    ];
    expect([hidden.status, hidden.text]).toEqual([missing.status, missing.text]);
  }
});

describe("mutants are caught", () => {
  const [town, other] = [() => homes[3]!, () => homes[9]!];
  const graphWith = (changes: {
    shapes?: ReadonlyMap<string, TypeShape>;
    policy?: (text: string) => string;
  }): Graph => {
    const mutant = openGraph(db.gateway, options);
    const schema = loadSchema();
    const text = readFileSync(new URL("../../data/policy/access.yaml", import.meta.url), "utf8");
    const changed = changes.policy?.(text) ?? text;
    if (changes.policy) expect(changed).not.toBe(text);
    const policy = parsePolicy(parse(changed), readClassifications(schema));
    const parts = { schema, shapes: changes.shapes ?? shapes, policy, limits: pageLimits };
    (mutant.answering as { plans: PlanCache }).plans = new PlanCache(parts);
    return mutant;
  };
  /** Shapes that forget their scope make statements without a predicate. */
  const scopeless = new Map(
    [...shapes].map(([type, shape]) => [type, { ...shape, scope: "none" as const }]),
  );
  const rawCount = async (table: string, { who }: Home, keyed: boolean) =>
    Number(
      await runScoped(db.gateway, {
        statement: { name: `raw_${table}`, text: `select count(*)::text from ${table}`, keyed },
        values: [],
        scope: { tier: who.tier, areaCodes: who.areaCodes },
        timeoutMs: 5_000,
      }),
    );

  test("a compiler without predicates: the database holds, and the statements' test would say so", async () => {
    const mutant = graphWith({ shapes: scopeless });
    expect(await foundOf(mutant, town(), other())).toEqual([]);
    const plan = mutant.answering.plans;
    const query = "{ enterprises(first: 1) { totalCount } }";
    const prepared = mutant.answering.documents.prepare(query);
    if ("errors" in prepared) throw new Error("refused");
    const operation = [...prepared.operations.values()][0]!;
    const { statement } = plan.planFor(prepared, operation, {}, town().who);
    expect(statement.text).not.toContain("town_code");
  });

  test.each(["enterprises", "annual_financials", "library_memberships"])(
    "row-level security off on %s: the start is refused, the raw count differs, and with no predicate rows of others show",
    async (table) => {
      const [before, keyedBefore] = [
        await rawCount(table, town(), false),
        await rawCount(table, town(), true),
      ];
      expect(keyedBefore).toBe(before);
      await db.owner.query(`alter table ${table} disable row level security`);
      try {
        await expect(assertFit(db.gateway)).rejects.toMatchObject({ code: "STORE_UNFIT" });
        expect(await rawCount(table, town(), false)).toBeGreaterThan(before);
        expect(await rawCount(table, town(), true)).toBeGreaterThan(before);
        expect(await foundOf(graph, town(), other())).toEqual([]);
        if (table === "enterprises")
          expect(await foundOf(graphWith({ shapes: scopeless }), town(), other())).toContain(
            "byCode",
          );
      } finally {
        await db.owner.query(`alter table ${table} enable row level security`);
      }
      await assertFit(db.gateway);
    },
  );

  test.each([
    ["a mask", (text: string) => text.replace("  Enterprise.contactPhone: phone\n", "")],
    ["the whole section of masks", (text: string) => text.replace(/^masks:\n(?: {2}.*\n)+/mu, "")],
  ])("%s gone: the value is refused, never shown", async (_name, policy) => {
    const answer = await graphWith({ policy }).ask(
      town().who,
      `{ enterprise(creditCode: "${town().code}") { contactPhone } }`,
    );
    expect(answer.data.enterprise).toEqual({ contactPhone: null });
    expect(answer.errors[0]?.extensions.code).toBe("FORBIDDEN_FIELD");
    const sound = await graph.ask(
      town().who,
      `{ enterprise(creditCode: "${town().code}") { contactPhone } }`,
    );
    expect(sound.data.enterprise).toEqual({ contactPhone: "138****5678" });
  });

  test.each([
    ["importRuns", /^ {2}(?:Query\.importRuns|ImportRun\.\*): \[DISTRICT\]\n/gmu],
    ["syncRuns", /^ {2}(?:Query\.syncRuns|SyncRun\.\*): .*\n/gmu],
  ])(
    "the line that keeps %s for the district gone: the answers differ from the oracle's",
    async (field, line) => {
      const mutant = graphWith({ policy: (text) => text.replace(line, "") });
      const query = `{ ${field}(first: 1) { __typename } }`;
      const [sound, broken] = [
        await graph.ask(town().who, query),
        await mutant.ask(town().who, query),
      ].map(({ errors }) => errors.map(({ extensions }) => extensions.code));
      expect(sound).toEqual(["FORBIDDEN_FIELD"]);
      expect(broken).not.toEqual(sound);
    },
  );

  test("an unknown field, mask, tier or section in the policy is refused whole, with the nearest name", () => {
    const broken = (text: string) =>
      `${text.replace("contactPhone: phone", "contactFone: fone").replace("[CITY, DISTRICT]", "[CITI]")}\nmaskes: {}\n`;
    expect(() => graphWith({ policy: broken })).toThrow(
      /"Enterprise\.contactFone" is not a field.*did you mean "Enterprise\.contactPhone"/su,
    );
    expect(() => graphWith({ policy: broken })).toThrow(
      /"fone" is none of.*"CITI" is none of|"maskes"/su,
    );
  });
});
