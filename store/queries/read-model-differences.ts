/** What the read models held beside what they were made to hold anew, within one transaction. */
import type { PoolClient } from "../pool.ts";
import { scopedTables } from "./move-enterprise.ts";
import { firstReportedYear } from "../../domain/first-reported-year.ts";

export interface Difference {
  readonly model:
    | "portraits"
    | "enterprise_labels"
    | "enterprises"
    | "listed_members"
    | "area_statistics"
    | "yearly_reports"
    | "scope";
  /** What names the row: a credit code with a label, an area with measure and member or with a year, a table with a credit code. */
  readonly key: string;
  /** Null for a whole row that is missing on one side. */
  readonly column: string | null;
  readonly stored: unknown;
  readonly computed: unknown;
}

interface Model {
  readonly table: Exclude<Difference["model"], "scope">;
  readonly key: readonly string[];
  /** All but these, or these alone. */
  readonly ignored?: readonly string[];
  readonly columns?: readonly string[];
}

/** When a row was computed is no part of what it says. */
const models: readonly Model[] = [
  { table: "portraits", key: ["credit_code"], ignored: ["computed_at"] },
  { table: "enterprise_labels", key: ["credit_code", "label"], ignored: ["computed_at"] },
  {
    table: "enterprises",
    key: ["credit_code"],
    columns: ["score", "library_kinds", "title_kinds", "in_library"],
  },
  { table: "listed_members", key: ["credit_code"] },
  {
    table: "area_statistics",
    key: ["area_code", "measure", "member"],
    ignored: ["computed_at", "as_of"],
  },
  // Label completion of a year that is over is counted from what was noted then; of years before it was noted, what was
  // told is carried on.
  { table: "yearly_reports", key: ["area_code", "year"], ignored: ["computed_at"] },
];

/** Keeps the rows as they stand, until the transaction ends. */
export async function keepReadModels(client: PoolClient): Promise<void> {
  for (const { table, key, columns } of models) {
    const list = columns ? [...key, ...columns].join(", ") : "*";
    await client.query(
      `create temporary table kept_${table} on commit drop as select ${list} from ${table}`,
    );
    await client.query(`alter table kept_${table} add primary key (${key.join(", ")})`);
  }
}

/** Rows that no rebuild writes again: of enterprises that are gone, of figures that are no longer counted. */
export async function dropOrphans(client: PoolClient, asOf?: string): Promise<void> {
  await client.query(
    "delete from enterprise_labels l where not exists(select from enterprises e where e.credit_code = l.credit_code)",
  );
  await client.query(
    "delete from portraits p where not exists(select from enterprises e where e.credit_code = p.credit_code)",
  );
  await client.query(
    "delete from listed_members m where not exists(select from enterprises e where e.credit_code = m.credit_code and e.in_library)",
  );
  await client.query("delete from area_statistics");
  // Each year since the first is written again; what stands beyond them was made by nobody.
  await client.query(
    "delete from yearly_reports where year < $1 or year > extract(year from coalesce($2::date, now()))",
    [firstReportedYear, asOf ?? null],
  );
}

export async function readModelDifferences(client: PoolClient): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  for (const model of models) found.push(...(await differencesOf(client, model)));
  return found;
}

interface DifferentRow {
  readonly key: string;
  readonly stored: Record<string, unknown> | null;
  readonly computed: Record<string, unknown> | null;
}

async function differencesOf(client: PoolClient, model: Model): Promise<readonly Difference[]> {
  const { table, key, ignored = [], columns } = model;
  const body = (alias: string) =>
    columns
      ? `jsonb_build_object(${columns.map((column) => `'${column}', ${alias}.${column}`).join(", ")})`
      : `to_jsonb(${alias}) - array[${[...key, ...ignored].map((column) => `'${column}'`).join(", ")}]::text[]`;
  const parts = key.map((column) => `coalesce(now.${column}, kept.${column})`).join(", ");
  const both = key.map((column) => `now.${column} = kept.${column}`).join(" and ");
  const [first] = key;
  const { rows } = await client.query<DifferentRow>(
    `/* store:differences */ select key, stored, computed from (
       select concat_ws(' ', ${parts}) as key, case when kept.${first} is not null then ${body("kept")} end as stored,
         case when now.${first} is not null then ${body("now")} end as computed
       from ${table} now full join kept_${table} kept on ${both}) sides
     where stored is distinct from computed order by key`,
  );
  return rows.flatMap((row) => columnsOf(table, row));
}

function columnsOf(
  model: Difference["model"],
  { key, stored, computed }: DifferentRow,
): readonly Difference[] {
  if (stored === null || computed === null) return [{ model, key, column: null, stored, computed }];
  return Object.keys(computed)
    .filter((column) => JSON.stringify(stored[column]) !== JSON.stringify(computed[column]))
    .map((column) => ({ model, key, column, stored: stored[column], computed: computed[column] }));
}

interface StrayRow {
  readonly code: string;
  readonly stored: unknown;
  readonly computed: unknown;
}

/** Rows whose town or zone is not their enterprise's: somebody sees them who may not, or somebody does not who may. */
export async function scopeDifferences(
  client: PoolClient,
): Promise<{ readonly codes: readonly string[]; readonly differences: readonly Difference[] }> {
  const differences: Difference[] = [];
  const codes = new Set<string>();
  for (const table of await scopedTables(client)) {
    const { rows } = await client.query<StrayRow>(
      `/* store:stray-rows */ select t.credit_code as code, jsonb_build_object('town', t.town_code, 'zone', t.zone_code) as stored,
         jsonb_build_object('town', e.town_code, 'zone', e.zone_code) as computed
       from ${table} t join enterprises e on e.credit_code = t.credit_code
       where (t.town_code, t.zone_code) is distinct from (e.town_code, e.zone_code)
       group by 1, 2, 3 order by 1`,
    );
    for (const { code, stored, computed } of rows) {
      codes.add(code);
      differences.push({ model: "scope", key: `${table} ${code}`, column: null, stored, computed });
    }
  }
  return { codes: [...codes], differences };
}

/**
 * Enterprises whose portraits are known to be behind: the worker has not come to them yet. On a day that it has not begun
 * these are all, unless it has never begun any: portraits are made by command then.
 */
export async function waitingPortraits(client: PoolClient, day: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `/* store:waiting-portraits */ select case
       when exists(select from listed_days where stage = 'PORTRAITS' and day < $1) then (select count(*)::int from enterprises)
       else (select count(*)::int from dirty_keys where stage = 'PORTRAITS')
         + (select coalesce(sum(cardinality(credit_codes)), 0)::int from dirty_lists where 'PORTRAITS' = any(stages)) end as count`,
    [day],
  );
  return rows[0]?.count ?? 0;
}
