/** What a batch is measured by before anything of it is merged: earlier files, and what a complete list would end. */
import type { FactTable } from "../fact-tables.ts";
import type { PoolClient } from "../pool.ts";

/** Rows of the latest files of a source that were taken in whole, newest first; mended rows sent again are no file. */
export async function readEarlierCounts(
  client: PoolClient,
  sourceId: string,
): Promise<readonly number[]> {
  const { rows } = await client.query<{ read: number }>(
    `/* store:import-earlier-counts */ select (report ->> 'read')::int as read from import_runs
    where source_id = $1 and state = 'DONE' and report ->> 'ticketHeader' is null and report ->> 'decision' is null
      and coalesce(report ->> 'way', 'FILE') = 'FILE'
    order by id desc limit 20`,
    [sourceId],
  );
  return rows.map(({ read }) => read);
}

const isMissing = `f.source_id = $2 and not exists (select from staged_records s
  where s.import_run_id = $1 and s.record_key = f.record_key)`;

/** Facts of the source that the staged list does not name, and all that it has. */
export async function countMissing(
  client: PoolClient,
  { name }: FactTable,
  run: { readonly id: string; readonly sourceId: string },
): Promise<{ readonly missing: number; readonly all: number }> {
  const { rows } = await client.query<{ missing: number; all: number }>(
    `/* store:import-missing */ select (select count(*)::int from ${name} f where ${isMissing}) as missing,
      (select count(*)::int from ${name} where source_id = $2) as all`,
    [run.id, run.sourceId],
  );
  return rows[0] ?? { missing: 0, all: 0 };
}

/** Ends the facts that a complete list no longer names; their rows are kept as history. @returns how many. */
export async function endMissing(
  client: PoolClient,
  { name, key }: FactTable,
  run: { readonly id: string; readonly sourceId: string },
): Promise<number> {
  const factKey = `concat_ws('|', ${key.map((column) => `g.${column}`).join(", ")})`;
  const { rows } = await client.query<{ ended: number }>(
    `/* store:import-end-missing */ with gone as (delete from ${name} f where ${isMissing} returning *), history as (
      insert into fact_history (credit_code, town_code, zone_code, fact_table, fact_key, version, former_row, superseded_by, was_deleted)
      select credit_code, town_code, zone_code, '${name}', ${factKey}, coalesce((select max(h.version) from fact_history h
        where h.credit_code = g.credit_code and h.fact_table = '${name}' and h.fact_key = ${factKey}), 0) + 1, to_jsonb(g), $1, true
      from gone g
    ), dirty as (
      insert into dirty_keys (credit_code, stage, reason) select distinct credit_code, stage, $2
      from gone cross join unnest(array['INDICATORS', 'PORTRAITS']) as stage
      on conflict (credit_code, stage) do update set marked_at = now(), reason = excluded.reason
    ) select count(*)::int as ended from gone`,
    [run.id, run.sourceId],
  );
  return rows[0]?.ended ?? 0;
}
