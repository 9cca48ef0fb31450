/** Takes a run's facts back: what it created goes, what it superseded or ended returns. Nothing of it leaves history. */
import { type FactTable, provenanceColumns } from "../fact-tables.ts";
import type { PoolClient } from "../pool.ts";

export interface UndoFigures {
  /** Rows of the run that are no longer there. */
  readonly removed: number;
  /** Rows that stand again as they stood before the run. */
  readonly restored: number;
  /** Rows of the run that a later run has changed, or that others build upon: they stay. */
  readonly kept: number;
}

/** Whether a run is the one that is being taken back (`$1`), or has been; a row that no run superseded was taken back. */
export const isTakenBack = (run: string): string =>
  `coalesce(${run} = $1 or (select state = 'UNDONE' from import_runs r where r.id = ${run}), ${run} is null)`;

/**
 * What stood in front of a row of history and is no run's that was taken back, in whatever order they were; nothing when
 * a run that stands has ended it.
 */
export const lastStanding = (table: string, row: string): string =>
  `select former_row from (select former_row, superseded_by from fact_history b
    where b.credit_code = ${row}.credit_code and b.fact_table = '${table}' and b.fact_key = ${row}.fact_key and b.version <= ${row}.version
      and (b.former_row ->> 'import_run_id' is null or not ${isTakenBack("(b.former_row ->> 'import_run_id')::bigint")})
    order by b.version desc limit 1) last where ${isTakenBack("superseded_by")}`;

export async function undoFacts(
  client: PoolClient,
  table: FactTable,
  runId: string,
): Promise<UndoFigures> {
  const { name, key } = table;
  const keyOf = (row: string) => `concat_ws('|', ${key.map((one) => `${row}.${one}`).join(", ")})`;
  const removed = await client.query(
    `/* store:undo-facts-remove */ with gone as (delete from ${name} where import_run_id = $1 returning *), history as (
      insert into fact_history (credit_code, town_code, zone_code, fact_table, fact_key, version, former_row, was_deleted)
      select credit_code, town_code, zone_code, '${name}', ${keyOf("g")}, coalesce((select max(h.version) from fact_history h
        where h.credit_code = g.credit_code and h.fact_table = '${name}' and h.fact_key = ${keyOf("g")}), 0) + 1, to_jsonb(g), true
      from gone g)
    select 1 from gone`,
    [runId],
  );
  const columns = [...table.columns.keys(), ...provenanceColumns].join(", ");
  const restored = await client.query(
    `/* store:undo-facts-restore */ insert into ${name} (credit_code, town_code, zone_code, ${columns})
    select e.credit_code, e.town_code, e.zone_code, ${columns
      .split(", ")
      .map((column) => `r.${column}`)
      .join(", ")}
    from (select distinct on (credit_code, fact_key) credit_code, fact_key, version from fact_history
      where superseded_by = $1 and fact_table = '${name}' order by credit_code, fact_key, version) h
    join enterprises e on e.credit_code = h.credit_code
    cross join lateral (${lastStanding(name, "h")}) b
    cross join lateral jsonb_populate_record(null::${name}, b.former_row) r
    where not exists (select from fact_history l where l.credit_code = h.credit_code and l.fact_table = '${name}'
      and l.fact_key = h.fact_key and l.version > h.version and not ${isTakenBack("l.superseded_by")})
    on conflict do nothing`,
    [runId],
  );
  const kept = await client.query<{ kept: number }>(
    `/* store:undo-facts-kept */ select count(distinct (credit_code, fact_key))::int as kept from fact_history
    where fact_table = '${name}' and superseded_by > $1 and former_row ->> 'import_run_id' = $1::text
      and not ${isTakenBack("superseded_by")}`,
    [runId],
  );
  await markDirty(client, name, runId);
  return {
    removed: removed.rowCount ?? 0,
    restored: restored.rowCount ?? 0,
    kept: kept.rows[0]?.kept ?? 0,
  };
}

async function markDirty(client: PoolClient, table: string, runId: string): Promise<void> {
  await client.query(
    `/* store:undo-facts-dirty */ insert into dirty_keys (credit_code, stage, reason)
    select distinct credit_code, stage, 'UNDO:' || $1::text from fact_history
    cross join unnest(array['INDICATORS', 'PORTRAITS']) as stage
    where fact_table = '${table}' and (superseded_by = $1::text::bigint or was_deleted and superseded_by is null
      and former_row ->> 'import_run_id' = $1::text)
    on conflict (credit_code, stage) do update set marked_at = now(), reason = excluded.reason`,
    [runId],
  );
}

/** What else a run left: questions to officers, evidence of links, rows to be mended. */
export async function undoTraces(client: PoolClient, runId: string): Promise<void> {
  await client.query(
    "/* store:undo-reviews */ update link_reviews set state = 'UNDONE' where import_run_id = $1 and state = 'OPEN'",
    [runId],
  );
  await client.query(
    "/* store:undo-evidence */ delete from link_evidence where import_run_id = $1",
    [runId],
  );
  await client.query(
    `/* store:undo-quarantine */ update quarantined_rows set resolved_at = now(), resolution = 'UNDONE'
    where import_run_id = $1 and resolved_at is null`,
    [runId],
  );
}
