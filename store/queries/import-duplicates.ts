/** Records of one file that share a key: repeats are set aside, contradictions are left to a person. */
import type { PoolClient } from "../pool.ts";

export interface Duplicates {
  /** Rows that say the same as an earlier one; the first stays. */
  readonly repeated: number;
  /** Keys whose rows differ, at most `mostConflicts` of them: once these are moved, more may be left. */
  readonly conflicts: readonly Conflict[];
}

/** A file that bears one wrong column may contradict itself in every row: so many keys are in memory at a time. */
export const mostConflicts = 2_000;
/** Of one key, shown to whoever mends the rows: all of them would stand in the reasons of each. */
const mostLines = 20;

export interface Conflict {
  readonly recordKey: string;
  /** Ascending, the first few. */
  readonly lines: readonly number[];
  /** In all. */
  readonly rows: number;
}

/** Marks repeats in the staged rows, and reports conflicts without touching them. */
export async function markDuplicates(client: PoolClient, runId: string): Promise<Duplicates> {
  const { rows } = await client.query<{ repeated: number; conflicts: Conflict[] }>(statement, [
    runId,
  ]);
  return rows[0] ?? { repeated: 0, conflicts: [] };
}

// A registry row bears the digest of its columns; of a record of another source all is compared.
const stagedContent = `coalesce(s.parsed ->> 'content_digest', concat(s.mention, E'\\x04', s.fact))`;

// The first grouping runs on the index of keys alone; rows are read only for the few keys that stand twice.
const statement = `/* store:import-duplicates */
with doubled as materialized (
  select record_key from staged_records where import_run_id = $1 and outcome is null
  group by record_key having count(*) > 1
), members as materialized (
  select s.record_key, s.line, ${stagedContent} as content,
    min(s.line) over (partition by s.record_key) as first_line
  from doubled d join staged_records s on s.import_run_id = $1 and s.record_key = d.record_key and s.outcome is null
), judged as materialized (
  select record_key, count(distinct content) > 1 as differs, count(*)::int as rows,
    (array_agg(line order by line))[1:${mostLines}] as lines
  from members group by record_key
), marked as (
  update staged_records s set outcome = 'REPEATED' from members m join judged j using (record_key)
  where s.import_run_id = $1 and s.line = m.line and not j.differs and m.line > m.first_line
  returning 1
)
select (select count(*)::int from marked) as repeated,
  (select coalesce(jsonb_agg(jsonb_build_object('recordKey', record_key, 'lines', lines, 'rows', rows) order by lines[1]), '[]')
    from (select * from judged where differs order by lines[1] limit ${mostConflicts}) c) as conflicts`;

/** Moves the rows of a conflict from staging to quarantine, with the reasons given for each key. */
export async function quarantineConflicts(
  client: PoolClient,
  run: { readonly id: string; readonly sourceId: string },
  conflicts: readonly { readonly recordKey: string; readonly reasons: readonly unknown[] }[],
): Promise<number> {
  const { rowCount } = await client.query(
    `/* store:import-quarantine-conflicts */
    with reasons as (
      select "recordKey" as record_key, reasons from jsonb_to_recordset($3) as c("recordKey" text, reasons jsonb)
    ), gone as (
      delete from staged_records s using reasons r
      where s.import_run_id = $1 and s.record_key = r.record_key and s.outcome is null
      returning s.line, s.raw, r.reasons
    )
    insert into quarantined_rows (import_run_id, line, source_id, raw, reasons)
    select $1, line, $2, raw::jsonb, reasons from gone`,
    [run.id, run.sourceId, JSON.stringify(conflicts)],
  );
  return rowCount ?? 0;
}
