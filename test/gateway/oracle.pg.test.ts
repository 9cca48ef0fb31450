/**
 * Filters, order, pages and counts of the enterprise list against SQL that is written here a second time, asked as the
 * owner beyond every policy, with the caller's scope spelled out. OPERATIONS (10,000 in a long run) and SEED change it.
 */
import { beforeAll, expect, test } from "vitest";

import type { Principal } from "../../domain/access/principal.ts";
import { fillDemonstration } from "../../demo/district/fill-demonstration.ts";
import { loadReferenceData } from "../../store/reference-data.ts";
import { createTestDatabase } from "../kit/database.ts";
import { randomFrom } from "../kit/generate-operation.ts";
import { openGraph, principal } from "../kit/graph.ts";

const operations = Number(process.env["OPERATIONS"] ?? 600);
const seed = Number(process.env["SEED"] ?? 20_261_127);

const db = await createTestDatabase();
const graph = openGraph(db.gateway);

const principals = [
  principal("CITY", ["3702"]),
  principal("DISTRICT", ["370211"]),
  principal("ZONE", ["370211Z03"]),
  principal("ZONE", ["370211Z02", "370211Z07"]),
  principal("TOWN", ["370211010"]),
  principal("TOWN", ["370211001", "370211103"]),
  principal("TOWN", []),
];

beforeAll(async () => {
  await loadReferenceData(db.worker);
  await fillDemonstration({ workerPool: db.worker, scale: "small", asOf: "2025-01-15" });
});

type Filter = Readonly<Record<string, unknown>>;
const text = (value: unknown) => `'${String(value).replaceAll("'", "''")}'`;
const among = (column: string, values: unknown) =>
  (values as string[]).length === 0
    ? "false"
    : `${column} in (${(values as string[]).map(text).join(", ")})`;

/** Each filter in other words than the compiler's: positions for LIKE, IN for ANY, unnest for containment. */
const conditions: Readonly<Record<string, (value: unknown) => string>> = {
  town: (value) => `town_code = ${text(value)}`,
  zone: (value) => `zone_code = ${text(value)}`,
  library: (value) => `exists(select from unnest(library_kinds) k where k = ${text(value)})`,
  title: (value) => `exists(select from unnest(title_kinds) k where k = ${text(value)})`,
  nameContains: (value) => `position(${text(value)} in name) > 0`,
  creditCodes: (value) => among("credit_code", value),
  industryPrefix: (value) => `left(industry_code, ${String(value).length}) = ${text(value)}`,
  kind: (value) => among("kind", value),
  status: (value) => among("status", value),
  sizeClass: (value) => among("size_class", value),
  inLibrary: (value) => `in_library is ${String(value)}`,
  hasTown: (value) => `(town_code is null) is not ${String(value)}`,
  townSettled: (value) => `(town_method is null) is not ${String(value)}`,
  establishedFrom: (value) => `not established_on < ${text(value)}`,
  establishedTo: (value) => `not established_on > ${text(value)}`,
  scoreMin: (value) => `not score < ${String(value)}`,
  scoreMax: (value) => `not score > ${String(value)}`,
  and: (value) => (value as Filter[]).map((each) => `(${where(each)})`).join(" and ") || "true",
  or: (value) => (value as Filter[]).map((each) => `(${where(each)})`).join(" or ") || "false",
  not: (value) => `not (${where(value as Filter)})`,
};

function where(filter: Filter): string {
  const parts = Object.entries(filter).map(([name, value]) => `(${conditions[name]!(value)})`);
  return parts.join(" and ") || "true";
}

function scope({ tier, areaCodes }: Principal): string {
  if (tier === "CITY" || tier === "DISTRICT") return "true";
  return among(tier === "TOWN" ? "town_code" : "zone_code", areaCodes);
}

const orders = {
  SCORE: "coalesce(score, -1)",
  NAME: "name",
  CREDIT_CODE: "credit_code",
  ESTABLISHED_ON: "coalesce(established_on, date '0001-01-01')",
} as const;

const query = `query($filter: EnterpriseFilter, $orderBy: EnterpriseOrder, $first: Int, $after: String, $last: Int, $before: String) {
  enterprises(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount edges { node { creditCode } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

test(`${operations} lists answer as plain SQL does (seed ${seed})`, async () => {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const { rows: sample } = await db.owner.query<Record<string, string>>(
    "select credit_code, name, town_code, zone_code, industry_code, established_on::text as day from enterprises where town_code is not null and zone_code is not null order by md5(credit_code) limit 200",
  );
  const makers: Readonly<Record<string, () => unknown>> = {
    town: () => pick(sample)["town_code"],
    zone: () => pick(sample)["zone_code"],
    library: () => pick(["INNOVATIVE", "SPECIALIZED", "GAZELLE"]),
    title: () => pick(["HIGH_TECH", "TECH_SME", "LITTLE_GIANT"]),
    nameContains: () => {
      const { name = "" } = pick(sample);
      const start = 2 + Math.floor(random() * 2);
      return name.slice(start, start + 1 + Math.floor(random() * 3));
    },
    creditCodes: () =>
      Array.from({ length: Math.floor(random() * 20) }, () => pick(sample)["credit_code"]),
    industryPrefix: () =>
      (pick(sample)["industry_code"] ?? "C35").slice(0, 1 + Math.floor(random() * 3)),
    kind: () => [pick(["COMPANY", "BRANCH", "INDIVIDUAL_BUSINESS"])],
    sizeClass: () => [pick(["LARGE", "MEDIUM", "SMALL", "MICRO"])],
    inLibrary: () => random() < 0.5,
    hasTown: () => random() < 0.5,
    townSettled: () => random() < 0.5,
    establishedFrom: () => pick(sample)["day"] ?? "2010-01-01",
    establishedTo: () => pick(sample)["day"] ?? "2010-01-01",
    scoreMin: () => (random() * 90).toFixed(1),
    scoreMax: () => (random() * 90).toFixed(1),
  };
  const makeFilter = (depth: number): Filter => {
    const filter: Record<string, unknown> = {};
    for (let i = 0; i < 1 + Math.floor(random() * 2); i++) {
      const nested = depth < 2 && random() < 0.25 ? pick(["and", "or", "not"]) : null;
      if (nested === "not") filter["not"] = makeFilter(depth + 1);
      else if (nested) filter[nested] = [makeFilter(depth + 1), makeFilter(depth + 1)];
      else {
        const name = pick(Object.keys(makers));
        filter[name] = makers[name]!();
      }
    }
    return filter;
  };
  let found = 0;
  for (let i = 0; i < operations; i++) {
    const who = pick(principals);
    const filter = random() < 0.1 ? {} : makeFilter(0);
    const field = pick(Object.keys(orders) as (keyof typeof orders)[]);
    const direction = pick(["ASC", "DESC"]);
    const size = 1 + Math.floor(random() * 8);
    const { rows } = await db.owner.query<{ code: string }>(
      `select credit_code as code from enterprises where (${scope(who)}) and (${where(filter)}) order by ${orders[field]} ${direction}, credit_code ${direction}`,
    );
    const all = rows.map(({ code }) => code);
    const said = JSON.stringify({ who: who.subject, filter, field, direction, size });
    const backward = random() < 0.3;
    const ask = async (bounds: Record<string, unknown>) => {
      const answer = await graph.ask(who, query, {
        filter,
        orderBy: { field, direction },
        ...bounds,
      });
      expect(answer.errors, said).toEqual([]);
      return answer.data.enterprises;
    };
    const first = await ask(backward ? { last: size } : { first: size });
    expect(codesOf(first), said).toEqual(backward ? all.slice(-size) : all.slice(0, size));
    expect(first.totalCount, said).toBe(all.length);
    const more = all.length > size;
    expect(first.pageInfo, said).toMatchObject(
      backward
        ? { hasPreviousPage: more, hasNextPage: false }
        : { hasNextPage: more, hasPreviousPage: false },
    );
    found += all.length > 0 ? 1 : 0;
    if (!more) continue;
    const { startCursor, endCursor } = first.pageInfo;
    const second = await ask(
      backward ? { last: size, before: startCursor } : { first: size, after: endCursor },
    );
    expect(codesOf(second), said).toEqual(
      backward ? all.slice(0, -size).slice(-size) : all.slice(size, 2 * size),
    );
  }
  // A list of nothing agrees with everything: most must have found something.
  expect(found / operations).toBeGreaterThan(0.3);
}, 600_000);

function codesOf(page: { edges: { node: { creditCode: string } }[] }): string[] {
  return page.edges.map(({ node }) => node.creditCode);
}
