/** The small district in its tables: exact counts, consistent facts, filled once whatever happens. */
import { describe, expect, it } from "vitest";

import { fillDemonstration } from "../../../demo/district/fill-demonstration.ts";
import { loadReferenceData } from "../../../store/reference-data.ts";
import { createTestDatabase } from "../../kit/database.ts";

const database = await createTestDatabase();
const plan = { scale: "small", seed: 7, asOf: "2026-11-23" } as const;
const small = { workerPool: database.worker, ...plan };

await loadReferenceData(database.worker);

async function count(sql: string): Promise<number> {
  const { rows } = await database.owner.query<{ count: number }>(
    `select count(*)::int as count from ${sql}`,
  );
  return rows[0]?.count ?? -1;
}

describe("fillDemonstration", () => {
  it("leaves nothing behind when it is interrupted", async () => {
    const interrupted = fillDemonstration({
      ...small,
      onProgress: () => {
        throw new Error("power cut");
      },
    });
    await expect(interrupted).rejects.toThrow("power cut");
    expect(await count("enterprises")).toBe(0);
    expect(await count("import_runs")).toBe(0);
  });

  it("makes the read models again when they were interrupted, without a second load", async () => {
    const refresh = () => Promise.reject(new Error("out of memory"));
    await expect(fillDemonstration({ ...small, refresh })).rejects.toThrow("out of memory");
    expect(await count("import_runs where state = 'MERGING'")).toBe(1);
    let refreshed = 0;
    const second = await fillDemonstration({
      ...small,
      refresh: async () => {
        refreshed++;
        await Promise.resolve();
      },
    });
    expect([second.filled, refreshed]).toEqual([false, 1]);
  });

  it("fills once: a later call only says what is there", async () => {
    const again = await fillDemonstration({ ...small, scale: "full" });
    expect(again).toMatchObject({ filled: false, plan, rows: { enterprises: 400 } });
    expect(await count("enterprises")).toBe(400);
  });

  it.each([
    ["enterprises where is_demo and source_id = 'demo-registry'", 400],
    ["enterprises where in_library", 190],
    ["enterprises where kind = 'BRANCH'", 30],
    ["enterprises where kind = 'INDIVIDUAL_BUSINESS'", 45],
    ["bases", 6],
    ["recommendations", 20],
    ["library_memberships where exited_on is null and library_kind = 'SPECIALIZED'", 30],
    ["titles where kind = 'SPECIALIZED' and status = 'VALID'", 30],
    ["titles where kind = 'LITTLE_GIANT' and status = 'VALID'", 4],
    ["titles where kind = 'UNICORN' and status = 'VALID'", 2],
    ["enterprises where town_code is null", 0],
    [
      "enterprises e left join areas a on a.code = e.town_code where a.kind is distinct from 'TOWN'",
      0,
    ],
    ["titles where status = 'VALID' and valid_to < '2026-11-23'", 0],
    ["chains", 13],
    [
      "chains c left join chain_placements p on p.credit_code = c.leader_credit_code and p.chain_id = c.id where c.leader_credit_code is not null and p.credit_code is null",
      0,
    ],
  ])("holds %s: %i", async (sql, expected) => {
    expect(await count(sql)).toBe(expected);
  });

  it.each([
    ["main revenue above revenue", "annual_financials where main_revenue > revenue"],
    ["R&D above revenue", "annual_financials where rd_expense > revenue"],
    ["domestic R&D above R&D", "annual_financials where rd_expense_domestic > rd_expense"],
    [
      "a balance that does not balance",
      "annual_financials where total_assets <> total_liabilities + net_assets",
    ],
    [
      "cost and profit that miss revenue",
      "annual_financials where cost_expense + total_profit <> revenue",
    ],
    ["more insured than employed", "employments where insured > employees"],
    ["more technology staff than staff", "employments where rd_staff > employees"],
    ["a right granted before it was applied for", "ip_rights where granted_on < applied_on"],
    [
      "quarters that miss their year",
      `(select credit_code, year from tax_payments where quarter > 0 group by 1, 2 having count(*) = 4) q
       join tax_payments whole using (credit_code, year)
       where whole.quarter = 0 and whole.vat <> (select sum(vat) from tax_payments p
         where p.credit_code = q.credit_code and p.year = q.year and p.quarter > 0)`,
    ],
    [
      "income tax other than the gap of the profits",
      `tax_payments t join annual_financials f using (credit_code, year)
       where t.quarter = 0 and t.income_tax <> f.total_profit - f.net_profit`,
    ],
    [
      "customs that saw other exports than the statements",
      `customs_trades c join annual_financials f using (credit_code, year) where c.export_amount <> coalesce(f.export_revenue, 0)`,
    ],
    [
      "a fact older than its enterprise",
      "annual_financials f join enterprises e using (credit_code) where f.year < extract(year from e.established_on)",
    ],
    [
      "scope that differs from the enterprise's",
      "ip_rights r join enterprises e using (credit_code) where (r.town_code, r.zone_code) is distinct from (e.town_code, e.zone_code)",
    ],
  ])("has no %s", async (_, sql) => {
    expect(await count(sql)).toBe(0);
  });
});
