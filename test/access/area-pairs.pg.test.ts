/**
 * All ordered pairs of the 33 areas by every way to an enterprise: nothing of another area. And the same after a breach:
 * without row-level security, without the predicate, without a mask, without a line of the policy, a check fails.
 */
import { readFileSync } from "node:fs";

import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";

import { parsePolicy } from "../../domain/access/parse-policy.ts";
import type { Principal } from "../../domain/access/principal.ts";
import { PlanCache } from "../../gateway/execute/plan-cache.ts";
import { loadSchema, readClassifications } from "../../gateway/load-schema.ts";
import { shapes } from "../../resolvers/shapes.ts";
import type { TypeShape } from "../../resolvers/shape-language.ts";
import { assertFit } from "../../store/assert-fit.ts";
import { refreshAreaStatistics } from "../../store/queries/area-statistics.ts";
import { loadReferenceData } from "../../store/reference-data.ts";
import { runScoped } from "../../store/scoped-query.ts";
import { createTestDatabase } from "../kit/database.ts";
import { type Graph, openGraph, pageLimits, principal } from "../kit/graph.ts";
import { testCode } from "../kit/seed.ts";

const db = await createTestDatabase();
const graph = openGraph(db.gateway);

interface Home {
  readonly who: Principal;
  readonly area: string;
  readonly code: string;
  readonly cursor: string;
}
const homes: Home[] = [];

/** One enterprise in each town and each zone: those of towns have no zone, those of zones no town. */
beforeAll(async () => {
  await loadReferenceData(db.worker);
  const { rows } = await db.owner.query<{ code: string; kind: "TOWN" | "ZONE" }>(
    "select code, kind from areas where kind in ('TOWN', 'ZONE') order by position",
  );
  for (const [index, { code: area, kind }] of rows.entries()) {
    const code = testCode(100 + index);
    const scope = kind === "TOWN" ? [code, area, null] : [code, null, area];
    await db.owner.query(
      `insert into enterprises (credit_code, town_code, zone_code, name, kind, status, score, library_kinds, in_library, contact_phone, source_id,
         record_key, link_method, link_confidence, content_digest)
       values ($1, $2, $3, $4, 'COMPANY', 'ACTIVE', 50, '{GAZELLE}', true, '13812345678', 'registry', $1, 'REGISTRY', 1, 'x')`,
      [...scope, `机密-${area}-有限公司`],
    );
    await db.owner.query(
      "insert into library_memberships (credit_code, town_code, zone_code, library_kind, entered_on, entry_reason) values ($1, $2, $3, 'GAZELLE', '2024-01-01', '认定')",
      scope,
    );
    await db.owner.query(
      "insert into annual_financials (credit_code, town_code, zone_code, year, revenue, currency, source_id, record_key, link_method, link_confidence) values ($1, $2, $3, 2024, 1, 'CNY', 's', $1, 'CREDIT_CODE', 1)",
      scope,
    );
    const who = principal(kind, [area], { role: "OFFICER" });
    const { data } = await graph.ask(
      who,
      "{ enterprises(first: 1) { pageInfo { endCursor } edges { node { creditCode } } } }",
    );
    expect(data.enterprises.edges[0].node.creditCode).toBe(code);
    homes.push({ who, area, code, cursor: data.enterprises.pageInfo.endCursor });
  }
  await refreshAreaStatistics(db.worker, "2025-01-15");
});

const everyWay = `query($code: CreditCode!, $codes: [CreditCode!], $id: ID!, $name: String, $area: AreaCode) {
  byCode: enterprise(creditCode: $code) { name financials { revenue } libraries { libraryKind } titles { kind } portrait { score } ipRights { totalCount } }
  byFilter: enterprises(first: 5, filter: { creditCodes: $codes }) { totalCount edges { node { name } } }
  byName: enterprises(first: 5, filter: { nameContains: $name }) { totalCount edges { node { name } } }
  byOr: enterprises(first: 5, filter: { or: [{ creditCodes: $codes }, { not: { inLibrary: true } }] }) { totalCount edges { node { name } } }
  byTown: enterprises(first: 5, filter: { town: $area }) { totalCount }
  byZone: enterprises(first: 5, filter: { zone: $area }) { totalCount }
  node(id: $id) { id ... on Enterprise { name } }
  libraries { kind count }
  statistics { area { code } enterprises inLibrary libraries { kind count } } }`;

const variablesFor = ({ code, area }: Home) => ({
  code,
  codes: [code],
  id: Buffer.from(`Enterprise:${code}`).toString("base64url"),
  name: area,
  area,
});

/** What of `other` is in the answer of `own`; nothing is what it should be. */
async function foundOf(over: Graph, own: Home, other: Home): Promise<readonly string[]> {
  const { data, errors, text } = await over.ask(own.who, everyWay, variablesFor(other));
  const lists = ["byFilter", "byName", "byOr", "byTown", "byZone"];
  const gazelles = data.libraries.find(({ kind }: { kind: string }) => kind === "GAZELLE").count;
  const grid = data.statistics.map(({ area }: { area: { code: string } }) => area.code);
  return [
    ...(data.byCode === null ? [] : ["byCode"]),
    ...lists.filter((name) => data[name].totalCount !== 0),
    ...(data.node === null ? [] : ["node"]),
    ...(gazelles === 1 ? [] : ["libraries"]),
    ...(grid.every((code: string) => code === own.area || code === "370211") ? [] : ["statistics"]),
    ...(text.includes(`机密-${other.area}`) ? ["text"] : []),
    ...errors.map(({ message }) => message),
  ];
}

test("no area finds anything of another by any way (1,056 ordered pairs)", async () => {
  expect(homes).toHaveLength(33);
  for (const own of homes)
    for (const other of homes)
      if (own !== other)
        expect([own.area, other.area, ...(await foundOf(graph, own, other))]).toEqual([
          own.area,
          other.area,
        ]);
});

test("every area finds its own by each of those ways, so that finding nothing means something", async () => {
  for (const own of homes) {
    const { data } = await graph.ask(own.who, everyWay, variablesFor(own));
    const name = { name: `机密-${own.area}-有限公司` };
    expect(data.byCode.name).toBe(name.name);
    expect(data.byCode.financials).toHaveLength(1);
    for (const list of ["byFilter", "byName", "byOr"])
      expect(data[list]).toEqual({ totalCount: 1, edges: [{ node: name }] });
    expect(data.byTown.totalCount + data.byZone.totalCount).toBe(1);
    expect(data.node.name).toBe(name.name);
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
    const mutant = openGraph(db.gateway);
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
  const rawCount = async (table: string, { who }: Home) =>
    Number(
      await runScoped(db.gateway, {
        statement: { name: `raw_${table}`, text: `select count(*)::text from ${table}` },
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
      const before = await rawCount(table, town());
      await db.owner.query(`alter table ${table} disable row level security`);
      try {
        await expect(assertFit(db.gateway)).rejects.toMatchObject({ code: "STORE_UNFIT" });
        expect(await rawCount(table, town())).toBeGreaterThan(before);
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
