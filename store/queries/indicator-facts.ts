/** The facts that indicators of a few enterprises are computed from, each with where it came from. */
import { escapeLiteral } from "pg";

import type { PoolClient } from "../pool.ts";
import { indicatorPeriod } from "./indicators-period.ts";
import { rightCounts, rightsTable } from "./indicators-property.ts";
import { registerIndicators } from "./indicators-registers.ts";

export interface FactRow {
  readonly creditCode: string;
  /** Name of the fact's table. */
  readonly fact: string;
  readonly key: string;
  /** Year of accounts and employment; null for others. */
  readonly year: number | null;
  /** What the row says, every figure as text. */
  readonly says: Readonly<Record<string, string>>;
  /** Counts of rights that this right is counted in. */
  readonly counts: readonly string[];
  readonly source: string;
  readonly recordKey: string;
  readonly receivedAt: string;
  readonly linkMethod: string;
  readonly linkConfidence: string;
  readonly importRun: string | null;
}

/** Rows of one table that are told for one enterprise at most. */
const mostRows = 200;

const keys: Readonly<Record<string, string>> = {
  annual_financials: "year",
  employments: "year",
  ip_rights: "right_no",
  penalties: "document_no",
  abnormal_entries: "entry_no",
  awards: "award_no",
  standards: "standard_no",
  rd_institutions: "institution_no",
  quality_certificates: "certificate_no",
  equity_financings: "financing_no",
  titles: "kind || ' ' || f.batch",
};

/** What is not told of a row: where it lies and what `source` and the others say already. */
const untold =
  "{credit_code,town_code,zone_code,source_id,record_key,import_run_id,received_at,link_method,link_confidence,version,updated_at,origin,name,live,related}";

export async function readIndicatorFacts(
  client: PoolClient,
  { asOf, codes }: { readonly asOf: string; readonly codes: readonly string[] },
): Promise<readonly FactRow[]> {
  const period = indicatorPeriod(asOf, codes);
  const spans = `f.year between ${period.y3} and ${period.year}`;
  const counted = Object.entries(rightCounts(period)).map(
    ([name, condition]) => `case when ${condition} then ${escapeLiteral(name)} end`,
  );
  const parts = Object.entries(keys).map(([table, key]) => {
    const isYearly = key === "year";
    const from = table === "ip_rights" ? "rights" : table;
    const where = isYearly ? spans : "true";
    const counts =
      table === "ip_rights" ? `array_remove(array[${counted.join(", ")}], null)` : "'{}'::text[]";
    return `(select f.credit_code, ${escapeLiteral(table)} as fact, (f.${key})::text as key, ${isYearly ? "f.year" : "null::int"} as year,
      to_jsonb(f) - ${escapeLiteral(untold)}::text[] as row, ${counts} as counts, ${table === "titles" ? fromCity : provenance},
      row_number() over (partition by f.credit_code order by f.${key} desc) as place
      from ${from} f where ${where}${period.only.replace("credit_code", "f.credit_code")})`;
  });
  const { rows } = await client.query<FactRow>(
    `/* store:indicator-facts */ with ${rightsTable(period)}
     select credit_code as "creditCode", fact, key, year, counts, source, "recordKey", "receivedAt", "linkMethod", "linkConfidence", "importRun",
       (select coalesce(jsonb_object_agg(s.key, s.value) filter (where s.value is not null), '{}') from jsonb_each_text(row) s) as says
     from (${parts.join(" union all ")}) facts where place <= ${mostRows} order by credit_code, fact, key`,
  );
  return rows;
}

const instant = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt"`;
const provenance = `f.source_id as source, f.record_key as "recordKey", ${instant("f.received_at")}, f.link_method as "linkMethod", f.link_confidence::text as "linkConfidence", f.import_run_id::text as "importRun"`;
/** Titles are the city's: they come by the exchange and not as records. */
const fromCity = `'city' as source, f.kind || ' ' || f.batch as "recordKey", ${instant("f.updated_at")}, 'CREDIT_CODE' as "linkMethod", '1' as "linkConfidence", null::text as "importRun"`;

/** Registers that have delivered no row at all: what they would say is unknown. */
export async function registersAbsent(client: PoolClient): Promise<ReadonlySet<string>> {
  const tables = [...Object.keys(registerIndicators), "ip_rights", "titles"];
  const { rows } = await client.query<{ table: string }>(
    `/* store:registers-absent */ ${tables.map((table) => `select ${escapeLiteral(table)} as table where not exists (select from ${table})`).join(" union all ")}`,
  );
  return new Set(rows.map((row) => row.table));
}

/** What is recorded under each enterprise in its details: its statements, and figures that an officer entered. */
export async function readStatements(
  client: PoolClient,
  codes: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const { rows } = await client.query<{ credit_code: string; details: unknown }>(
    "/* store:statements */ select credit_code, details from enterprises where credit_code = any ($1)",
    [codes],
  );
  return new Map(rows.map((row) => [row.credit_code, row.details]));
}
