/** Every row of a test database in memory, as the owner reads it: what naive resolvers look into. */
import type { Pool } from "../../store/pool.ts";

export type NaiveRow = Readonly<Record<string, unknown>>;

export interface NaiveStore {
  readonly rows: (table: string) => readonly NaiveRow[];
  readonly byCode: (table: string, creditCode: string) => readonly NaiveRow[];
}

const tables = [
  "areas",
  "enterprises",
  "enterprise_names",
  "annual_financials",
  "employments",
  "tax_payments",
  "customs_trades",
  "ip_rights",
  "permits",
  "awards",
  "equity_financings",
  "standards",
  "rd_institutions",
  "quality_certificates",
  "penalties",
  "abnormal_entries",
  "titles",
  "library_memberships",
  "bases",
  "portraits",
  "enterprise_labels",
  "area_statistics",
  "assessments",
  "criteria_packs",
  "indicators",
  "title_claims",
  "title_verifications",
  "yearly_reports",
  "sync_runs",
  "sync_conflicts",
  "agreement_receipts",
  "alerts",
  "follow_ups",
  "matches",
  "screenings",
  "import_runs",
  "sources",
  "link_reviews",
  "quarantined_rows",
];

/** Values as JSON holds them, except numbers of any length, which stay texts; instants as RFC 3339 with milliseconds. */
export async function readNaiveStore(owner: Pool): Promise<NaiveStore> {
  const rows = new Map<string, readonly NaiveRow[]>();
  const byCode = new Map<string, ReadonlyMap<string, readonly NaiveRow[]>>();
  for (const table of tables) {
    const { rows: columns } = await owner.query<{ name: string; type: string }>(
      `select attname::text as name, format_type(atttypid, null) as type from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [table],
    );
    const list = columns.map(({ name, type }) => {
      if (type === "numeric" || type === "bigint" || type === "date") return `"${name}"::text`;
      if (type.startsWith("timestamp"))
        return `to_char("${name}" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "${name}"`;
      return `"${name}"`;
    });
    const result = await owner.query<NaiveRow>(`select ${list.join(", ")} from ${table}`);
    rows.set(table, result.rows);
    byCode.set(table, groupByCode(result.rows));
  }
  return {
    rows: (table) => rows.get(table) ?? [],
    byCode: (table, code) => byCode.get(table)?.get(code) ?? [],
  };
}

function groupByCode(rows: readonly NaiveRow[]): ReadonlyMap<string, readonly NaiveRow[]> {
  const groups = new Map<string, NaiveRow[]>();
  for (const row of rows) {
    const code = String(row["credit_code"]);
    const group = groups.get(code);
    if (group) group.push(row);
    else groups.set(code, [row]);
  }
  return groups;
}
