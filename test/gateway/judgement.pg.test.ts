/** Judgements in the graph of a filled district: assessments and their history, ways, gold seeds, libraries by day, years. */
import { beforeAll, describe, expect, test } from "vitest";

import { assessEnterprises } from "../../cultivation/assess-enterprises.ts";
import { findWaysToPass } from "../../cultivation/find-ways-to-pass.ts";
import { loadSoundCriteria } from "../../cultivation/load-criteria.ts";
import { refreshPortraits } from "../../cultivation/refresh-portraits.ts";
import { fillDemonstration } from "../../demo/district/fill-demonstration.ts";
import { assertPack } from "../../resolvers/criteria/known-values.ts";
import { refreshAreaStatistics } from "../../store/queries/area-statistics.ts";
import { loadReferenceData } from "../../store/reference-data.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGraph, principal } from "../kit/graph.ts";

const asOf = "2026-11-23";
const db = await createTestDatabase();
const graph = openGraph(db.gateway);
const district = principal("DISTRICT", ["370211"]);
const town = principal("TOWN", ["370211010"]);
const one = async <T extends object>(query: string, values: unknown[] = []): Promise<T> => {
  const [row] = (await db.owner.query<T>(query, values)).rows;
  if (!row) throw new Error(`no row: ${query}`);
  return row;
};

beforeAll(async () => {
  await loadReferenceData(db.worker);
  await fillDemonstration({ workerPool: db.worker, scale: "small", asOf });
  const criteria = await loadSoundCriteria();
  for (const day of ["2026-03-01", asOf])
    await assessEnterprises(db.worker, { asOf: day, criteria });
  await findWaysToPass(db.worker, { asOf, criteria, progress: 90 });
  await refreshPortraits(db.worker, { asOf });
  await refreshAreaStatistics(db.worker, asOf);
});

test("an assessment of a day is the one that held on it, and the history has both", async () => {
  const { credit_code: code, pack_id: pack } = await one<Record<string, string>>(
    `select credit_code, pack_id from assessments where superseded_at is not null and as_of = '2026-03-01' order by 1, 2 limit 1`,
  );
  const { data } = await graph.ask(
    district,
    `query($code: CreditCode!, $pack: String!) { enterprise(creditCode: $code) {
      then: assessments(pack: $pack, asOf: "2026-05-01") { asOf supersededAt }
      now: assessments(pack: $pack) { asOf supersededAt verdict progress pack { packId version supersededAt } }
      before: assessments(pack: $pack, asOf: "2026-01-01") { asOf }
      assessmentHistory(pack: $pack) { asOf } } }`,
    { code, pack },
  );
  const { then, now, before, assessmentHistory } = data.enterprise;
  expect(then).toMatchObject([{ asOf: "2026-03-01", supersededAt: expect.any(String) }]);
  expect(now).toMatchObject([
    { asOf, supersededAt: null, pack: { packId: pack, supersededAt: null } },
  ]);
  expect(before).toEqual([]);
  expect(assessmentHistory.map((each: { asOf: string }) => each.asOf)).toEqual([
    asOf,
    "2026-03-01",
  ]);
});

test.each([
  [
    'criteriaPacks(packId: "hnte_2061") { packId }',
    "NOT_FOUND",
    /没有认定标准“hnte_2061”.*Did you mean hnte_2016/u,
  ],
  ['criteriaPacks(packId: "zzz") { packId }', "NOT_FOUND", /现有 There are eaglet_qd_2022, /u],
  [
    'enterprises(first: 1) { edges { node { assessments(pack: "srdi_sme_2020") { verdict } } } }',
    "NOT_FOUND",
    /srdi_sme_2022/u,
  ],
  ["yearlyReport(year: 2062) { year }", "BAD_USER_INPUT", /应为 2018 至 20\d\d/u],
  ["yearlyReport(year: 2017) { year }", "BAD_USER_INPUT", /expected 2018 to 20\d\d/u],
  ['libraries(asOf: "2062-01-01") { count }', "BAD_USER_INPUT", /“2062-01-01”在今天/u],
  [
    'enterprises(first: 1) { edges { node { libraries(asOf: "2062-01-01") { libraryKind } } } }',
    "BAD_USER_INPUT",
    /yet to come/u,
  ],
  ['libraryMembers(first: 1, asOf: "2062-01-01") { totalCount }', "BAD_USER_INPUT", /yet to come/u],
  [
    'enterprises(first: 1) { edges { node { assessments(asOf: "2062-01-01") { verdict } } } }',
    "BAD_USER_INPUT",
    /yet to come/u,
  ],
])("%s is refused with what it could have been", async (asked, code, message) => {
  const { errors } = await graph.ask(district, `{ ${asked} }`);
  expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code } }]);
});

test("every pack that ships can be named", async () => {
  const { data } = await graph.ask(district, "{ criteriaPacks { packId } }");
  const ids = data.criteriaPacks.map(({ packId }: { packId: string }) => packId);
  expect(ids.length).toBeGreaterThan(10);
  for (const id of ids) expect(() => assertPack(id)).not.toThrow();
});

test("ways to pass are sentences and figures; below L3 they are not told", async () => {
  const { credit_code: code } = await one<{ credit_code: string }>(
    `select credit_code from assessments where jsonb_array_length(ways_to_pass) > 0 and superseded_at is null order by 1 limit 1`,
  );
  const query = `query($code: CreditCode!) { enterprise(creditCode: $code) { assessments { waysToPass { sentence changes { input from to by unit points } } } } }`;
  const { data } = await graph.ask(district, query, { code });
  const ways = data.enterprise.assessments.flatMap(
    (each: { waysToPass: object[] | null }) => each.waysToPass ?? [],
  );
  expect(ways[0].sentence).toMatch(/[\u4E00-\u9FFF]/u);
  expect(ways[0].changes.length).toBeGreaterThan(0);
  const viewer = principal("DISTRICT", ["370211"], { clearance: "L2", role: "VIEWER" });
  const refused = await graph.ask(viewer, query, { code });
  expect(
    refused.data.enterprise.assessments.every(
      (each: { waysToPass: unknown }) => each.waysToPass === null,
    ),
  ).toBe(true);
  expect(refused.errors[0]?.extensions.code).toBe("FORBIDDEN_FIELD");
});

test("gold seeds of a town are its own that meet and have not applied; titles that lapse likewise", async () => {
  for (const [field, outcome] of [
    ["goldSeeds", "MEETS_NOT_APPLIED"],
    ["titleVerifications(filter: { outcomes: [LAPSING] })", "LAPSING"],
  ] as const) {
    const all = async (who: typeof town) =>
      (
        await graph.ask(
          who,
          `{ page: ${field.includes("(") ? field.replace(")", ", first: 200)") : `${field}(first: 200)`} { totalCount edges { node { kind outcome enterprise { creditCode town { code } } } } } }`,
        )
      ).data.page;
    const counted = async (where: string) =>
      (
        await one<{ n: number }>(
          `select count(*)::int as n from title_verifications where outcome = $1 and ${where}`,
          [outcome],
        )
      ).n;
    const own = await all(town);
    expect(own.totalCount).toBe(await counted("town_code = '370211010'"));
    expect((await all(district)).totalCount).toBe(await counted("true"));
    expect(own.totalCount).toBeGreaterThan(0);
    expect(
      own.edges.every(
        ({ node }: { node: { outcome: string; enterprise: { town: { code: string } } } }) =>
          node.outcome === outcome && node.enterprise.town.code === "370211010",
      ),
    ).toBe(true);
  }
});

test("another town's enterprise has no judgement, by any way", async () => {
  const { credit_code: code } = await one<{ credit_code: string }>(
    "select credit_code from title_verifications where town_code <> '370211010' order by 1 limit 1",
  );
  const { data } = await graph.ask(
    town,
    `query($code: CreditCode!, $id: ID!) { enterprise(creditCode: $code) { assessments { verdict } verifications { outcome } }
      node(id: $id) { ... on Enterprise { assessments { verdict } titleClaims { kind } } }
      goldSeeds(filter: { town: "370211103" }) { totalCount } libraryMembers(filter: { town: "370211103" }) { totalCount } bases(filter: { town: "370211103" }) { totalCount } }`,
    { code, id: Buffer.from(`Enterprise:${code}`).toString("base64url") },
  );
  expect(data).toEqual({
    enterprise: null,
    node: null,
    goldSeeds: { totalCount: 0 },
    libraryMembers: { totalCount: 0 },
    bases: { totalCount: 0 },
  });
});

test("libraries of a day are the stays of that day", async () => {
  const day = "2025-06-30";
  const { data } = await graph.ask(
    district,
    `query($day: Date) { libraries(asOf: $day) { kind count } libraryMembers(asOf: $day) { totalCount } }`,
    { day },
  );
  const { rows } = await db.owner.query<{ kind: string; n: number }>(
    `select library_kind as kind, count(*)::int as n from library_memberships where entered_on <= $1 and (exited_on is null or exited_on > $1) group by 1`,
    [day],
  );
  const told = Object.fromEntries(
    data.libraries.map((each: { kind: string; count: number }) => [each.kind, each.count]),
  );
  for (const { kind, n } of rows) expect(told[kind]).toBe(n);
  expect(data.libraryMembers.totalCount).toBe(rows.reduce((sum, { n }) => sum + n, 0));
  expect(data.libraryMembers.totalCount).toBeGreaterThan(0);
});

describe("the yearly report", () => {
  const query = `query($year: Int!) { yearlyReport(year: $year) { area { code kind } inLibrary newlyAdded bases labelCompletion libraries { kind members entered left } } }`;
  interface Row {
    readonly area: { code: string; kind: string };
    readonly inLibrary: number;
    readonly newlyAdded: number;
    readonly labelCompletion: string | null;
    readonly libraries: readonly { kind: string; members: number; entered: number }[];
  }
  const of = async (who: typeof town, year: number): Promise<readonly Row[]> =>
    (await graph.ask(who, query, { year })).data.yearlyReport;

  test("adds up: towns to the district, years to the stock", async () => {
    const rows = await of(district, 2026);
    const whole = rows.find(({ area }) => area.kind === "DISTRICT");
    const towns = rows.filter(({ area }) => area.kind === "TOWN");
    expect(towns.reduce((sum, row) => sum + row.inLibrary, 0)).toBe(whole?.inLibrary);
    expect(whole?.inLibrary).toBe(
      (await one<{ n: number }>("select count(*)::int as n from enterprises where in_library")).n,
    );
    let added = 0;
    for (let year = 2018; year <= 2026; year++) {
      const [row] = (await of(district, year)).filter(({ area }) => area.kind === "DISTRICT");
      added += row?.newlyAdded ?? 0;
    }
    const { n } = await one<{ n: number }>(
      `select count(distinct credit_code)::int as n from (select credit_code from library_memberships
       union all select credit_code from enterprises where details -> 'library' is not null) as everybody`,
    );
    expect(added).toBe(n);
    expect(Number(whole?.labelCompletion)).toBeGreaterThan(0);
  });

  test("tells a town its own years alone", async () => {
    expect((await of(town, 2025)).map(({ area }) => area.code)).toEqual(["370211010"]);
  });
});

test("the parts of a score add up to it", async () => {
  const { data } = await graph.ask(
    district,
    `{ enterprises(first: 20) { edges { node { portrait { score explanation parts { contribution percentile peers } } } } } }`,
  );
  const scored = data.enterprises.edges.filter(
    ({ node }: { node: { portrait: { score: string | null } } }) => node.portrait.score !== null,
  );
  expect(scored.length).toBeGreaterThan(0);
  for (const { node } of scored) {
    const sum = node.portrait.parts.reduce(
      (total: number, part: { contribution: string | null }) =>
        total + Number(part.contribution ?? 0),
      0,
    );
    expect(Math.min(100, sum)).toBeCloseTo(Number(node.portrait.score), 6);
  }
});

test("the catalogue and the packs are there for everybody", async () => {
  const { data } = await graph.ask(
    town,
    `{ indicators { indicatorId formula } criteriaPacks { packId enabled definition } one: criteriaPacks(packId: "srdi_sme_2026") { nameZh } }`,
  );
  expect(data.indicators.length).toBeGreaterThan(100);
  expect(data.criteriaPacks.length).toBe(13);
  expect(data.one).toHaveLength(1);
});
