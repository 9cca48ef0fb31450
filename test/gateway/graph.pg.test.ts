/** The graph over real rows: shapes of answers, pages, filters, scope of each tier, refusals. */
import { beforeAll, describe, expect, test } from "vitest";

import { createTestDatabase } from "../kit/database.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { codes, seedDistrict, testCode, towns, zones } from "../kit/seed.ts";

const db = await createTestDatabase();
const graph = openGraph(db.gateway);
const district = principal("DISTRICT", ["370211"]);
const city = principal("CITY", ["3702"]);
const yinzhu = principal("TOWN", [towns.yinzhu]);
const boli = principal("TOWN", [towns.boli]);
const dongjiakou = principal("ZONE", [zones.dongjiakou]);

beforeAll(() => seedDistrict(db.owner));

const list = `query($filter: EnterpriseFilter, $orderBy: EnterpriseOrder, $first: Int, $after: String, $last: Int, $before: String) {
  enterprises(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount edges { cursor node { creditCode name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
const codesOf = (answer: {
  data: { enterprises: { edges: { node: { creditCode: string } }[] } };
}) => answer.data.enterprises.edges.map((edge) => edge.node.creditCode);

test("one enterprise comes with its relations in the order asked", async () => {
  const answer = await graph.ask(
    yinzhu,
    `{ enterprise(creditCode: "${codes.A}") { name creditCode town { code name } zone { name parent { code } } capitalAmount establishedOn updatedAt
        libraryKinds isDemo financials(first: 2) { year revenue rdExpense provenance { linkMethod linkConfidence } }
        titles { kind batch validTo } ipRights(first: 2) { totalCount edges { node { kind appliedOn } } } portrait { score } __typename } }`,
  );
  expect(answer.errors).toEqual([]);
  expect(answer.data).toEqual({
    enterprise: {
      name: "青岛甲子精密机械有限公司",
      creditCode: codes.A,
      town: { code: towns.yinzhu, name: "隐珠街道" },
      zone: { name: "董家口经济区", parent: { code: "370211" } },
      capitalAmount: "5000000.50",
      establishedOn: "2010-05-04",
      updatedAt: "2026-01-02T03:04:05.678Z",
      libraryKinds: ["SPECIALIZED"],
      isDemo: false,
      financials: [
        {
          year: 2024,
          revenue: "20240000.10",
          rdExpense: null,
          provenance: { linkMethod: "CREDIT_CODE", linkConfidence: "1" },
        },
        {
          year: 2023,
          revenue: "20230000.10",
          rdExpense: null,
          provenance: { linkMethod: "CREDIT_CODE", linkConfidence: "1" },
        },
      ],
      titles: [{ kind: "SPECIALIZED", batch: "2024-1", validTo: "2026-12-31" }],
      ipRights: {
        totalCount: 3,
        edges: [
          { node: { kind: "UTILITY_MODEL", appliedOn: "2024-02-15" } },
          { node: { kind: "INVENTION_PATENT", appliedOn: "2024-01-15" } },
        ],
      },
      portrait: null,
      __typename: "Enterprise",
    },
  });
  expect(Object.keys(answer.data.enterprise).slice(0, 3)).toEqual(["name", "creditCode", "town"]);
});

describe("scope", () => {
  test.each([
    ["district", district, Object.values(codes)],
    ["city", city, Object.values(codes)],
    ["town 隐珠", yinzhu, [codes.A, codes.B]],
    ["town 泊里", boli, [codes.C, codes.D]],
    ["zone 董家口", dongjiakou, [codes.A, codes.C, codes.D]],
    ["two towns", principal("TOWN", [towns.yinzhu, towns.huangdao]), [codes.A, codes.B, codes.E]],
    ["no area", principal("TOWN", []), []],
  ])("%s sees its own enterprises and no others", async (_name, who, expected) => {
    const answer = await graph.ask(who, list, { first: 100 });
    expect(new Set(codesOf(answer))).toEqual(new Set(expected));
    expect(answer.data.enterprises.totalCount).toBe(expected.length);
  });

  test("another town's enterprise and one that does not exist answer alike", async () => {
    const ask = (code: string) =>
      graph.ask(yinzhu, `query($code: CreditCode!) { enterprise(creditCode: $code) { name } }`, {
        code,
      });
    const [other, absent] = [await ask(codes.C), await ask(testCode(99))];
    expect(other.text).toBe(absent.text);
    expect(other.data).toEqual({ enterprise: null });
  });

  test("a global id opens nothing to another town", async () => {
    const own = await graph.ask(boli, `{ enterprise(creditCode: "${codes.C}") { id } }`);
    const query = `query($id: ID!) { node(id: $id) { __typename id ... on Enterprise { name } } }`;
    const asOwner = await graph.ask(boli, query, { id: own.data.enterprise.id });
    expect(asOwner.data.node).toEqual({
      __typename: "Enterprise",
      id: own.data.enterprise.id,
      name: "青岛丙寅海洋装备股份有限公司",
    });
    const asOther = await graph.ask(yinzhu, query, { id: own.data.enterprise.id });
    expect(asOther.data).toEqual({ node: null });
  });

  test.each([
    "",
    "!!",
    "QQ",
    Buffer.from("Enterprise:").toString("base64url"),
    Buffer.from("SyncRun:no-uuid").toString("base64url"),
    Buffer.from("Viewer:1").toString("base64url"),
  ])("a made-up id %j is nobody's", async (id) => {
    const answer = await graph.ask(district, `query($id: ID!) { node(id: $id) { id } }`, { id });
    expect(answer).toMatchObject({ status: 200, data: { node: null } });
  });

  test("libraries count the caller's own members", async () => {
    const query = `{ libraries { kind count } }`;
    const counts = (answer: { data: { libraries: { kind: string; count: number }[] } }) =>
      Object.fromEntries(answer.data.libraries.map(({ kind, count }) => [kind, count]));
    expect(counts(await graph.ask(district, query))).toEqual({
      INNOVATIVE: 1,
      SPECIALIZED: 2,
      LITTLE_GIANT: 0,
      EAGLET: 0,
      GAZELLE: 1,
      UNICORN: 1,
    });
    expect(counts(await graph.ask(yinzhu, query))).toEqual({
      INNOVATIVE: 1,
      SPECIALIZED: 1,
      LITTLE_GIANT: 0,
      EAGLET: 0,
      GAZELLE: 0,
      UNICORN: 0,
    });
  });

  test("row-level security holds where a statement forgets the predicate", async () => {
    const { runScoped } = await import("../../store/scoped-query.ts");
    const count = async (
      table: string,
      tier: "TOWN" | "ZONE" | "DISTRICT",
      areaCodes: string[],
      keyed = false,
    ) =>
      Number(
        await runScoped(db.gateway, {
          statement: { name: `raw_${table}`, text: `select count(*)::text from ${table}`, keyed },
          values: [],
          scope: { tier, areaCodes },
          timeoutMs: 5_000,
        }),
      );
    for (const table of [
      "enterprises",
      "annual_financials",
      "titles",
      "ip_rights",
      "library_memberships",
    ]) {
      const all = Number(
        (await db.owner.query<{ n: string }>(`select count(*)::text as n from ${table}`)).rows[0]
          ?.n,
      );
      const own = Number(
        (
          await db.owner.query<{ n: string }>(
            `select count(*)::text as n from ${table} where town_code = $1`,
            [towns.yinzhu],
          )
        ).rows[0]?.n,
      );
      expect([
        await count(table, "DISTRICT", []),
        await count(table, "TOWN", [towns.yinzhu]),
        await count(table, "TOWN", [towns.yinzhu], true),
        await count(table, "TOWN", []),
        await count(table, "TOWN", [], true),
        await count(table, "TOWN", [""], true),
        await count(table, "ZONE", [zones.dongjiakou], true),
      ]).toEqual([all, own, own, 0, 0, 0, await count(table, "ZONE", [zones.dongjiakou])]);
    }
  });

  test("without a scope the gateway's login reads nothing", async () => {
    await expect(db.gateway.query("select count(*) from enterprises")).rejects.toThrow(
      "permission denied",
    );
  });
});

describe("pages", () => {
  test.each(
    ["SCORE", "NAME", "CREDIT_CODE", "ESTABLISHED_ON"].flatMap((field) =>
      ["ASC", "DESC"].map((direction) => ({ field, direction })),
    ),
  )("pages of two by %j join to the whole list, forwards and backwards", async (orderBy) => {
    const whole = codesOf(await graph.ask(district, list, { first: 100, orderBy }));
    expect(whole).toHaveLength(6);
    const forwards: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page++) {
      const answer = await graph.ask(district, list, { first: 2, after, orderBy });
      forwards.push(...codesOf(answer));
      expect(answer.data.enterprises.pageInfo).toMatchObject({
        hasNextPage: page < 2,
        hasPreviousPage: page > 0,
      });
      after = answer.data.enterprises.pageInfo.endCursor;
    }
    expect(forwards).toEqual(whole);
    const last = await graph.ask(district, list, { last: 2, before: after, orderBy });
    expect(codesOf(last)).toEqual(whole.slice(3, 5));
    expect(last.data.enterprises.pageInfo).toMatchObject({
      hasNextPage: true,
      hasPreviousPage: true,
    });
    expect(last.data.enterprises.pageInfo.startCursor).toBe(last.data.enterprises.edges[0].cursor);
  });

  test("a cursor is good for its caller, filter and order alone", async () => {
    const { data } = await graph.ask(district, list, { first: 2 });
    const after = data.enterprises.pageInfo.endCursor as string;
    const flipped = Buffer.from(after, "base64url");
    flipped.writeUInt8(flipped.readUInt8(3) ^ 1, 3);
    for (const [who, variables] of [
      [city, { after }],
      [district, { after, filter: { inLibrary: true } }],
      [district, { after, orderBy: { field: "NAME", direction: "DESC" } }],
      [district, { after: flipped.toString("base64url") }],
      [district, { after: `${after}A` }],
      [district, { after: "" }],
    ] as const) {
      const answer = await graph.ask(who, list, variables);
      expect(answer).toMatchObject({
        status: 400,
        errors: [{ extensions: { code: "BAD_CURSOR" } }],
      });
    }
  });

  test.each([
    [{ first: 100_000 }, /"first" is 100000, expected 0 to 200/u],
    [{ first: -1 }, /"first" is -1/u],
    [{ first: 1, last: 1 }, /"first" and "last" are both given/u],
  ])("page arguments %j are refused in words", async (variables, message) => {
    const answer = await graph.ask(district, list, variables);
    expect(answer).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: "BAD_USER_INPUT" }, message: expect.stringMatching(message) }],
    });
  });

  test("an empty page has no cursors", async () => {
    const answer = await graph.ask(district, list, { first: 0 });
    expect(answer.data.enterprises).toEqual({
      totalCount: 6,
      edges: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });
});

describe("filters", () => {
  test.each([
    [{ town: towns.boli }, [codes.C, codes.D]],
    [{ zone: zones.dongjiakou }, [codes.A, codes.C, codes.D]],
    [{ library: "SPECIALIZED" }, [codes.A, codes.C]],
    [{ nameContains: "海洋装备" }, [codes.C]],
    [{ nameContains: "_" }, [codes.D]],
    [{ nameContains: "%" }, [codes.D]],
    [{ nameContains: '"引号"\\' }, [codes.D]],
    [{ creditCodes: [codes.A, codes.E] }, [codes.A, codes.E]],
    [{ inLibrary: false }, [codes.D, codes.F]],
    [{ hasTown: false }, [codes.F]],
    [{ scoreMin: "88.5" }, [codes.A, codes.C, codes.E]],
    [{ scoreMin: "88.5000001" }, [codes.E]],
    [{ establishedFrom: "2016-01-20", establishedTo: "2019-07-01" }, [codes.B, codes.E]],
    [{ industryPrefix: "C35" }, Object.values(codes)],
    [{ or: [{ town: towns.huangdao }, { nameContains: "贸易" }] }, [codes.E, codes.F]],
    [{ and: [{ inLibrary: true }, { not: { town: towns.boli } }] }, [codes.A, codes.B, codes.E]],
    [{ or: [] }, []],
    [{}, Object.values(codes)],
    [{ town: null }, Object.values(codes)],
  ])("%j", async (filter, expected) => {
    const answer = await graph.ask(district, list, { filter, first: 100 });
    expect(new Set(codesOf(answer))).toEqual(new Set(expected));
    expect(answer.data.enterprises.totalCount).toBe(expected.length);
  });

  test("arguments written in the document answer like variables", async () => {
    const query = `query($name: String) { enterprises(first: 5, filter: { or: [{ nameContains: $name }, { town: "${towns.huangdao}" }] }, orderBy: { field: NAME }) { edges { node { creditCode } } } }`;
    expect(new Set(codesOf(await graph.ask(district, query, { name: "软件" })))).toEqual(
      new Set([codes.B, codes.E]),
    );
    expect(new Set(codesOf(await graph.ask(district, query, { name: "装备" })))).toEqual(
      new Set([codes.C, codes.E]),
    );
  });

  test("a town cannot look into another town by filtering for it", async () => {
    const answer = await graph.ask(yinzhu, list, { filter: { town: towns.boli }, first: 10 });
    expect(answer.data.enterprises).toMatchObject({ totalCount: 0, edges: [] });
  });
});

describe("fields", () => {
  const personal = `{ enterprise(creditCode: "${codes.A}") { contactName contactPhone contactEmail legalRepresentative financials(first: 1) { revenue } } }`;

  test("personal fields are masked below L4", async () => {
    const answer = await graph.ask(yinzhu, personal);
    expect(answer.data.enterprise).toEqual({
      contactName: "王**",
      contactPhone: "138****5678",
      contactEmail: "w***@example.com",
      legalRepresentative: "李**",
      financials: [{ revenue: "20240000.10" }],
    });
  });

  test("sensitive figures are refused below L3, each with an error and the rest answered", async () => {
    const answer = await graph.ask({ ...yinzhu, clearance: "L2" }, personal);
    expect(answer.data.enterprise.financials).toEqual([{ revenue: null }]);
    expect(answer.errors).toMatchObject([
      { path: ["enterprise", "financials", "revenue"], extensions: { code: "FORBIDDEN_FIELD" } },
    ]);
  });

  test("the full value is shown at L4 for a purpose of the policy, and masked without one", async () => {
    const cleared = { ...district, clearance: "L4" } as const;
    const masked = await graph.ask({ ...cleared, purpose: "CURIOSITY" }, personal);
    expect(masked.data.enterprise).toMatchObject({ contactPhone: "138****5678" });
    const answer = await graph.ask({ ...cleared, purpose: "SERVICE_VISIT" }, personal);
    expect(answer.data.enterprise).toMatchObject({
      contactPhone: "13812345678",
      legalRepresentative: "李四光",
    });
  });

  test("runs are the district's business", async () => {
    const query = `{ syncRuns(first: 1) { totalCount } importRuns(first: 1) { totalCount } }`;
    expect((await graph.ask(district, query)).data).toEqual({
      syncRuns: { totalCount: 0 },
      importRuns: { totalCount: 0 },
    });
    const answer = await graph.ask(yinzhu, query);
    expect(answer.data).toEqual({ syncRuns: null, importRuns: null });
    expect(answer.errors.map((error) => error.extensions.code)).toEqual([
      "FORBIDDEN_FIELD",
      "FORBIDDEN_FIELD",
    ]);
  });
});

test("the viewer is told who it is", async () => {
  const answer = await graph.ask(
    dongjiakou,
    `{ viewer { tier areas { code name } role clearance } }`,
  );
  expect(answer.data).toEqual({
    viewer: {
      tier: "ZONE",
      areas: [{ code: zones.dongjiakou, name: "董家口经济区" }],
      role: "OFFICER",
      clearance: "L3",
    },
  });
});

test("aliases, fragments and directives shape the answer", async () => {
  const query = `query($with: Boolean!) { a: enterprise(creditCode: "${codes.A}") { ...F } b: enterprise(creditCode: "${codes.B}") { ...F town { code } town { name } } }
    fragment F on Enterprise { n: name score @include(if: $with) kind @skip(if: $with) ... on Node { id } }`;
  const [withScore, without] = [
    await graph.ask(district, query, { with: true }),
    await graph.ask(district, query, { with: false }),
  ];
  expect(Object.keys(withScore.data.a)).toEqual(["n", "score", "id"]);
  expect(Object.keys(without.data.a)).toEqual(["n", "kind", "id"]);
  expect(withScore.data.b.town).toEqual({ code: towns.yinzhu, name: "隐珠街道" });
});
