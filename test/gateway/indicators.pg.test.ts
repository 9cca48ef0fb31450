/** Indicators in the graph: values with the facts behind them, and when unknown, why; bad facts are never silently zero. */
import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { EngineContext } from "../../resolvers/engine-language.ts";
import { enterpriseComputed } from "../../resolvers/enterprise/computed.ts";
import { loadReferenceData } from "../../store/reference-data.ts";
import { createTestDatabase } from "../kit/database.ts";
import { openGraph, principal } from "../kit/graph.ts";
import { codes, seedDistrict, towns } from "../kit/seed.ts";

const db = await createTestDatabase();
const graph = openGraph(db.gateway, { workerPool: db.worker });
const officer = principal("DISTRICT", ["370211"]);
const asOf = "2026-06-30";
const query = `query($code: CreditCode!, $ids: [String!], $asOf: Date, $pack: String) { enterprise(creditCode: $code) {
  indicators(asOf: $asOf, ids: $ids, pack: $pack) { indicatorId variant asOf known number truth word unknownReason unknownNote entered
    facts { fact key year says provenance { source recordKey linkMethod } } } } }`;

interface Told {
  readonly indicatorId: string;
  readonly variant: string | null;
  readonly known: boolean;
  readonly number: string | null;
  readonly truth: boolean | null;
  readonly unknownReason: string | null;
  readonly unknownNote: string | null;
  readonly entered: boolean;
  readonly facts: readonly { fact: string; key: string; says: Record<string, string> }[];
}

async function told(ids: readonly string[], rest: object = {}): Promise<readonly Told[]> {
  const { data, errors } = await graph.ask(officer, query, { code: codes.A, ids, asOf, ...rest });
  expect(errors ?? []).toEqual([]);
  return data.enterprise.indicators;
}
const only = async (id: string): Promise<Told | undefined> => (await told([id]))[0];

async function account(
  year: number,
  { currency = "CNY", ...figures }: Readonly<Record<string, string>>,
) {
  const names = Object.keys(figures);
  await db.owner.query(
    `insert into annual_financials (credit_code, town_code, zone_code, year, currency, source_id, record_key, link_method, link_confidence, ${names.join(", ")})
     select credit_code, town_code, zone_code, $2::int, $3, 'financials', $2::int || '-A', 'CREDIT_CODE', 1, ${names.map((_, at) => `$${at + 4}::numeric`).join(", ")}
     from enterprises where credit_code = $1`,
    [codes.A, year, currency, ...Object.values(figures)],
  );
}

beforeAll(async () => {
  await seedDistrict(db.owner);
  await loadReferenceData(db.worker);
});
beforeEach(async () => {
  await db.owner.query("delete from annual_financials");
});

test("a share is told with the figures of the years it comes from, and where each came from", async () => {
  await account(2025, { revenue: "80000000.00", rd_expense: "6000000.05", total_assets: "1" });
  expect(await only("rd_ratio_y1")).toMatchObject({
    known: true,
    number: "7.5",
    unknownReason: null,
    facts: [
      {
        fact: "annual_financials",
        key: "2025",
        says: { revenue: "80000000.00", rd_expense: "6000000.05", currency: "CNY" },
        provenance: { source: "financials", recordKey: "2025-A", linkMethod: "CREDIT_CODE" },
      },
    ],
  });
});

test("counted rights are the facts of a count, by each definition its own", async () => {
  const counts = await told(["class1_total"]);
  expect(counts.length).toBeGreaterThan(2);
  for (const { number, facts } of counts) {
    expect(facts.every(({ fact }) => fact === "ip_rights")).toBe(true);
    expect(facts).toHaveLength(Number(number));
  }
  expect(counts.some(({ number }) => Number(number) > 0)).toBe(true);
});

describe("bad facts", () => {
  const bad: readonly [string, () => Promise<void>, string, string | RegExp, string][] = [
    ["no accounts", async () => {}, "revenue_y1", /2025 revenue/, "FACT_MISSING"],
    [
      "a figure left out",
      () => account(2025, { revenue: "100" }),
      "rd_ratio_y1",
      /2025 rd_expense/,
      "FACT_MISSING",
    ],
    [
      "no revenue to divide by",
      () => account(2025, { revenue: "0", net_profit: "0" }),
      "net_margin",
      /zero/,
      "FACT_MISSING",
    ],
    [
      "another currency",
      () => account(2025, { revenue: "100", currency: "USD" }),
      "revenue_y1",
      /2025 外币/,
      "FACT_DOUBTFUL",
    ],
    [
      "R&D above revenue",
      () => account(2025, { revenue: "100", rd_expense: "101" }),
      "rd_y1",
      /R&D above revenue/,
      "FACT_DOUBTFUL",
    ],
    [
      "a future year alone",
      () => account(2027, { revenue: "900" }),
      "revenue_y1",
      /2025 revenue/,
      "FACT_MISSING",
    ],
    [
      "the running year alone",
      () => account(2026, { revenue: "900" }),
      "revenue_y1",
      /2025 revenue/,
      "FACT_MISSING",
    ],
    [
      "a share above a hundred",
      () => account(2025, { revenue: "100", main_revenue: "101" }),
      "main_ratio",
      /range/,
      "IMPOSSIBLE",
    ],
    [
      "no growth from a base of nothing",
      async () => {
        await account(2025, { main_revenue: "5" });
        await account(2024, { main_revenue: "0" });
      },
      "main_growth_y1",
      /base year/,
      "FACT_MISSING",
    ],
  ];
  test.each(bad)("%s leave the indicator unknown", async (_title, given, id, note, reason) => {
    await given();
    const value = await only(id);
    expect(value).toMatchObject({ known: false, number: null, unknownReason: reason });
    expect(value?.unknownNote).toMatch(note);
  });

  test("R&D above revenue leaves revenue as it is", async () => {
    await account(2025, { revenue: "1000000", rd_expense: "1000001" });
    expect(await only("revenue_y1")).toMatchObject({ known: true, number: "100" });
  });
});

test("a register that never delivered and a statement never made are told apart", async () => {
  expect(await only("award_nat_or_prov_3y")).toMatchObject({ unknownReason: "REGISTER_ABSENT" });
  expect(await only("digital_level")).toMatchObject({
    unknownReason: "NOT_STATED",
    unknownNote: expect.stringContaining("form.digital_level"),
  });
  expect(await only("valuation_usd_100m")).toMatchObject({ unknownReason: "NO_SOURCE" });
});

test("what an officer entered goes before what facts give, and is marked", async () => {
  await account(2025, { revenue: "80000000" });
  await db.owner.query(
    `update enterprises set details = coalesce(details, '{}') || '{"inputs":{"revenue_y1": 12.5}}' where credit_code = $1`,
    [codes.A],
  );
  expect(await only("revenue_y1")).toMatchObject({ number: "12.5", entered: true });
  await db.owner.query(
    "update enterprises set details = details - 'inputs' where credit_code = $1",
    [codes.A],
  );
  expect(await only("revenue_y1")).toMatchObject({ number: "8000", entered: false });
});

test("the day decides which years are the last", async () => {
  await account(2025, { revenue: "80000000" });
  await account(2024, { revenue: "40000000" });
  const [then] = await told(["revenue_y1"], { asOf: "2025-06-30" });
  expect(then).toMatchObject({ number: "4000", facts: [{ key: "2024" }] });
});

test("a pack narrows them to what it reads; unknown names are refused with the nearest", async () => {
  const { data } = await graph.ask(officer, query, { code: codes.A, asOf, pack: "srdi_sme_2026" });
  const names = data.enterprise.indicators.map((one: Told) => one.indicatorId);
  expect(names.length).toBeGreaterThan(10);
  expect(names).not.toContain("valuation_usd_100m");
  const wrong = await graph.ask(officer, query, { code: codes.A, asOf, ids: ["revenue_y"] });
  expect(wrong.data.enterprise.indicators).toBeNull();
  expect(wrong.errors[0]).toMatchObject({ extensions: { code: "NOT_FOUND" } });
  expect(wrong.errors[0]?.message).toContain("revenue_y1");
});

test("another town's enterprise tells none, and values stay with those cleared for L3", async () => {
  const other = await graph.ask(principal("TOWN", [towns.boli]), query, { code: codes.A, asOf });
  expect(other.data.enterprise).toBeNull();
  const viewer = principal("TOWN", [towns.yinzhu], { clearance: "L2", role: "VIEWER" });
  const { data } = await graph.ask(viewer, query, { code: codes.A, asOf, ids: ["class1_total"] });
  for (const one of data.enterprise.indicators) expect(one.number).toBeNull();
});

test("what is asked again over one connection, after a change, is read again", async () => {
  const { signal } = new AbortController();
  const ask = async () => {
    const context = { pool: db.worker, signal } as EngineContext;
    const args = { asOf, ids: ["revenue_y1"] };
    return enterpriseComputed["Enterprise.indicators"](args, context, codes.A);
  };
  await account(2025, { revenue: "80000000" });
  expect(await ask()).toMatchObject([{ number: "8000" }]);
  await db.owner.query("update annual_financials set revenue = 90000000");
  expect(await ask()).toMatchObject([{ number: "9000" }]);
});
