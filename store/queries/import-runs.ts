/** Rows of `import_runs`: one per file taken in, from its first byte to its report. */
import { openImportStates } from "../../domain/open-imports.ts";
import type { ImportState } from "../../domain/vocabulary.ts";
import { channels, notify } from "../notify.ts";
import type { Pool, PoolClient } from "../pool.ts";

export interface ImportRunRow {
  /** Decimal digits of a bigint. */
  readonly id: string;
  readonly sourceId: string;
  readonly state: ImportState;
  readonly fileName: string | null;
  readonly fileDigest: string | null;
  readonly fileBytes: number;
  readonly encoding: string | null;
  readonly startedBy: string;
  /** ISO 8601 with offset. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly stagedBytes: number;
  readonly stagedLines: number;
  readonly mergedLine: number;
  /** Figures so far while it runs, the report when it is done. */
  readonly report: Readonly<Record<string, unknown>> | null;
  readonly failure: string | null;
  /** In which order its staged facts have their values. */
  readonly factColumns: readonly string[] | null;
}

const open = openImportStates.map((state) => `'${state}'`).join(", ");

/** Ordered by `import_runs.id`, never by `id` alone: that is the text here, in which 10 comes before 9. */
const columns = `id::text, source_id as "sourceId", state, file_name as "fileName", file_digest as "fileDigest",
  coalesce(file_bytes, 0)::float8 as "fileBytes", encoding, started_by as "startedBy",
  to_char(started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startedAt",
  to_char(finished_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "finishedAt",
  staged_bytes::float8 as "stagedBytes", staged_lines as "stagedLines", merged_line as "mergedLine", report, failure,
  fact_columns as "factColumns"`;

export async function insertImportRun(
  pool: Pool,
  run: Pick<
    ImportRunRow,
    | "sourceId"
    | "fileName"
    | "fileDigest"
    | "fileBytes"
    | "encoding"
    | "startedBy"
    | "report"
    | "factColumns"
  >,
): Promise<ImportRunRow> {
  const { rows } = await pool.query<ImportRunRow>(
    `/* store:import-run-insert */
    insert into import_runs (source_id, state, file_name, file_digest, file_bytes, encoding, started_by, report, fact_columns)
    values ($1, 'STAGING', $2, $3, $4, $5, $6, $7, $8) returning ${columns}`,
    [
      run.sourceId,
      run.fileName,
      run.fileDigest,
      run.fileBytes,
      run.encoding,
      run.startedBy,
      JSON.stringify(run.report),
      run.factColumns,
    ],
  );
  const [row] = rows;
  if (row === undefined) throw new Error("insert returned no row");
  return row;
}

/** Undefined when there is no such run. */
export async function readImportRun(pool: Pool, id: string): Promise<ImportRunRow | undefined> {
  const { rows } = await pool.query<ImportRunRow>(
    `/* store:import-run-read */ select ${columns} from import_runs where id = $1`,
    [id],
  );
  return rows[0];
}

/** Newest first. */
export async function listImportRuns(
  pool: Pool,
  filter: { readonly sourceId?: string | undefined; readonly limit: number },
): Promise<readonly ImportRunRow[]> {
  const { rows } = await pool.query<ImportRunRow>(
    `/* store:import-run-list */ select ${columns} from import_runs
    where $1::text is null or source_id = $1 order by import_runs.id desc limit $2`,
    [filter.sourceId ?? null, filter.limit],
  );
  return rows;
}

/** The run of a source that was begun and not ended: interrupted, if nobody holds the source's lock. */
export async function findUnfinishedRun(
  pool: Pool,
  sourceId: string,
): Promise<ImportRunRow | undefined> {
  const { rows } = await pool.query<ImportRunRow>(
    `/* store:import-run-unfinished */ select ${columns} from import_runs
    where source_id = $1 and state in (${open}) order by import_runs.id desc limit 1`,
    [sourceId],
  );
  return rows[0];
}

/** Runs that were begun and not ended, oldest first. */
export async function listOpenRuns(pool: Pool): Promise<readonly ImportRunRow[]> {
  const { rows } = await pool.query<ImportRunRow>(
    `/* store:import-run-open */ select ${columns} from import_runs
    where state in (${open}) order by import_runs.id`,
  );
  return rows;
}

/** The run of a source that waits for an officer; undefined when none does. */
export async function findHeldRun(pool: Pool, sourceId: string): Promise<ImportRunRow | undefined> {
  const { rows } = await pool.query<ImportRunRow>(
    `/* store:import-run-held */ select ${columns} from import_runs
    where source_id = $1 and state = 'HELD' order by import_runs.id desc limit 1`,
    [sourceId],
  );
  return rows[0];
}

/** The newest completed run of the same file; undefined when the file is new. */
export async function findRunOfFile(
  pool: Pool,
  sourceId: string,
  fileDigest: string,
): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    `/* store:import-run-of-file */ select id::text from import_runs
    where source_id = $1 and file_digest = $2 and state = 'DONE' order by import_runs.id desc limit 1`,
    [sourceId, fileDigest],
  );
  return rows[0]?.id;
}

export interface RunStep {
  readonly runId: string;
  /** The state, line and progress that the caller last saw; the step is refused when they have moved on. */
  readonly from: {
    readonly state: ImportState;
    readonly stagedLines: number;
    readonly mergedLine: number;
  };
  readonly to: {
    readonly state: ImportState;
    readonly stagedBytes?: number;
    readonly stagedLines?: number;
    readonly mergedLine?: number;
  };
  readonly report: Readonly<Record<string, unknown>>;
}

/** Moves a run on. False when another process did so first: then nothing of this transaction may stay. */
export async function advanceImportRun(client: PoolClient, step: RunStep): Promise<boolean> {
  const { runId, from, to, report } = step;
  const { rowCount } = await client.query(
    `/* store:import-run-advance */ update import_runs set state = $5, staged_bytes = coalesce($6, staged_bytes),
      staged_lines = coalesce($7, staged_lines), merged_line = coalesce($8, merged_line), report = $9, failure = null,
      finished_at = case when $5 in ('DONE', 'UNDONE', 'FAILED') then now() end
    where id = $1 and state = $2 and staged_lines = $3 and merged_line = $4`,
    [
      runId,
      from.state,
      from.stagedLines,
      from.mergedLine,
      to.state,
      to.stagedBytes ?? null,
      to.stagedLines ?? null,
      to.mergedLine ?? null,
      JSON.stringify(report),
    ],
  );
  if (rowCount !== 1) return false;
  await notify(client, channels.imports, [runId]);
  return true;
}

/** Says why a run stopped. It stays where it is and can be resumed. */
export async function noteImportFailure(pool: Pool, runId: string, failure: string): Promise<void> {
  await pool.query(
    "/* store:import-run-failure */ update import_runs set failure = $2 where id = $1",
    [runId, failure],
  );
}
