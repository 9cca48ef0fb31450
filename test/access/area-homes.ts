/** One enterprise in each of the 33 areas, with facts, a library and an alert: those of towns have no zone, nor the others a town. */
import type { Principal } from "../../domain/access/principal.ts";
import { refreshAreaStatistics } from "../../store/queries/area-statistics.ts";
import { loadReferenceData } from "../../store/reference-data.ts";
import type { createTestDatabase } from "../kit/database.ts";
import { type Graph, principal } from "../kit/graph.ts";
import { testCode } from "../kit/seed.ts";

export interface Home {
  readonly who: Principal;
  readonly area: string;
  readonly kind: "TOWN" | "ZONE";
  readonly code: string;
  readonly cursor: string;
  /** Id of the enterprise's one alert. */
  readonly alert: string;
}

const facts = [
  `insert into library_memberships (credit_code, town_code, zone_code, library_kind, entered_on, entry_reason)
   values ($1, $2, $3, 'GAZELLE', '2024-01-01', '认定')`,
  `insert into annual_financials (credit_code, town_code, zone_code, year, revenue, currency, source_id, record_key, link_method, link_confidence)
   values ($1, $2, $3, 2024, 1, 'CNY', 's', $1, 'CREDIT_CODE', 1)`,
  `insert into bases (credit_code, town_code, zone_code, base_no, name, kind, level, source_id, record_key, link_method, link_confidence)
   values ($1, $2, $3, 'B-' || $1, '基地-' || coalesce($2, $3), '孵化器', 'DISTRICT', 's', $1, 'CREDIT_CODE', 1)`,
  `insert into title_verifications (credit_code, town_code, zone_code, kind, claimed, registered, computed, outcome, as_of)
   values ($1, $2, $3, 'GAZELLE', 'TRUE', 'TRUE', 'TRUE', 'CONSISTENT', '2025-01-01')`,
];

export const nameOf = (area: string) => `机密-${area}-有限公司`;

export async function openHomes(
  db: Awaited<ReturnType<typeof createTestDatabase>>,
  graph: Graph,
): Promise<readonly Home[]> {
  await loadReferenceData(db.worker);
  const { rows } = await db.owner.query<{ code: string; kind: "TOWN" | "ZONE" }>(
    "select code, kind from areas where kind in ('TOWN', 'ZONE') order by position",
  );
  const homes: Home[] = [];
  for (const [index, { code: area, kind }] of rows.entries()) {
    const code = testCode(100 + index);
    const scope = kind === "TOWN" ? [code, area, null] : [code, null, area];
    await db.owner.query(
      `insert into enterprises (credit_code, town_code, zone_code, name, kind, status, score, library_kinds, title_kinds, in_library, contact_phone,
         source_id, record_key, link_method, link_confidence, content_digest)
       values ($1, $2, $3, $4, 'COMPANY', 'ACTIVE', 50, '{GAZELLE}', '{GAZELLE}', true, '13812345678', 'registry', $1, 'REGISTRY', 1, 'x')`,
      [...scope, nameOf(area)],
    );
    for (const fact of facts) await db.owner.query(fact, scope);
    const alert = await db.owner.query<{ id: string }>(
      `insert into alerts (credit_code, town_code, zone_code, screening_id, occurrence, state, level, headline, figures, due_on)
       values ($1, $2, $3, 'secret', 1, 'PENDING', 'HIGH', $4, '{}', '2030-01-01') returning id`,
      [...scope, `预警-${area}`],
    );
    const who = principal(kind, [area], { role: "OFFICER" });
    const { data } = await graph.ask(who, "{ enterprises(first: 1) { pageInfo { endCursor } } }");
    const id = Buffer.from(`Alert:${code}:${alert.rows[0]?.id}`).toString("base64url");
    const cursor = data.enterprises.pageInfo.endCursor;
    homes.push({ who, area, kind, code, cursor, alert: id });
  }
  await refreshAreaStatistics(db.worker, "2025-01-15");
  return homes;
}
