/** Principals of the small district, and a screening that turns on one figure. */
import { draftScreening } from "../../../cultivation/draft-screening.ts";
import { dryRunScreening } from "../../../cultivation/dry-run-screening.ts";
import { moveScreening } from "../../../cultivation/move-screening.ts";
import type { Principal } from "../../../domain/access/principal.ts";
import type { Role, Tier } from "../../../domain/vocabulary.ts";
import type { Pool } from "../../../store/pool.ts";
import { towns, zones } from "../../kit/seed.ts";

const principal = (subject: string, tier: Tier, role: Role, areaCodes: string[]): Principal => ({
  subject,
  tier,
  areaCodes,
  role,
  clearance: "L3",
  purpose: null,
});

export const people = {
  yinzhu: principal("specialist-yinzhu", "TOWN", "SPECIALIST", [towns.yinzhu]),
  boli: principal("specialist-boli", "TOWN", "SPECIALIST", [towns.boli]),
  boliOfficer: principal("officer-boli", "TOWN", "OFFICER", [towns.boli]),
  boliViewer: principal("viewer-boli", "TOWN", "VIEWER", [towns.boli]),
  dongjiakou: principal("specialist-djk", "ZONE", "SPECIALIST", [zones.dongjiakou]),
  ocean: principal("specialist-ocean", "ZONE", "SPECIALIST", [zones.ocean]),
  officer: principal("officer-1", "DISTRICT", "OFFICER", ["370211"]),
  second: principal("officer-2", "DISTRICT", "OFFICER", ["370211"]),
  city: principal("city-1", "CITY", "OFFICER", ["3702"]),
} as const;

export const day = "2026-11-23";

/** Drafted by one officer, tried, approved by the other. */
export async function activate(pool: Pool, id: string, sentence: string): Promise<void> {
  await draftScreening(pool, people.officer, { id, nameZh: `筛查 ${id}`, sentence, dueDays: 5 });
  await dryRunScreening(pool, people.officer, { id, asOf: day });
  await moveScreening(pool, people.officer, { id, action: "SUBMIT" });
  await moveScreening(pool, people.second, { id, action: "APPROVE" });
}

/** Revenue of the last complete year, in yuan, and the mark that somebody must look again. */
export async function setRevenue(owner: Pool, code: string, revenue: number): Promise<void> {
  await owner.query(
    `insert into annual_financials (credit_code, town_code, zone_code, year, revenue, currency, source_id, record_key, link_method, link_confidence)
     select credit_code, town_code, zone_code, 2025, $2, 'CNY', 'test', credit_code, 'REGISTRY', 1 from enterprises where credit_code = $1
     on conflict (credit_code, year) do update set revenue = excluded.revenue`,
    [code, revenue],
  );
  await markForScreening(owner, code);
}

export async function markForScreening(owner: Pool, code: string): Promise<void> {
  await owner.query(
    `insert into dirty_keys (credit_code, stage, reason) values ($1, 'SCREENINGS', 'test') on conflict do nothing`,
    [code],
  );
}
