/** What every step of one run shares: the run's row as last seen, its figures, and its ties to the outside. */
import type { Pool, PoolClient } from "../../store/pool.ts";
import { GoldseedError } from "../../domain/errors.ts";
import { dayInChina } from "../../lib/day-in-china.ts";
import type { ImportLock } from "../../store/queries/import-lock.ts";
import {
  advanceImportRun,
  type ImportRunRow,
  type RunStep,
} from "../../store/queries/import-runs.ts";
import type { SourceDescription } from "../describe/source-description.ts";
import { type ImportReport, noTimes } from "./import-report.ts";
import type { OnProgress } from "./progress.ts";

export interface RunContext {
  readonly pool: Pool;
  readonly lock: ImportLock;
  readonly description: SourceDescription;
  /** As last seen or written by this process. */
  run: ImportRunRow;
  readonly report: ImportReport;
  /** ISO date in UTC+8 on which the run was started. */
  readonly today: string;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal | undefined;
  /** Rows of one transaction. */
  readonly chunkRows: number;
}

/**
 * Measured (COPY of registry rows, durable commits): 5,000 and 20,000 rows a transaction take the same time, 1,000 a
 * third more, 200 twice, one row each a hundred times. More would only make a killed run repeat more.
 */
const defaultChunkRows = 5_000;

/** `run.report` is what `newReport` made, as saved with the last chunk. */
export function contextOf(
  request: Pick<RunContext, "pool"> & {
    readonly onProgress?: OnProgress | undefined;
    readonly signal?: AbortSignal | undefined;
    readonly chunkRows?: number | undefined;
  },
  { lock, run, description }: Pick<RunContext, "lock" | "run" | "description">,
): RunContext {
  const { pool, onProgress = () => undefined, signal, chunkRows = defaultChunkRows } = request;
  // A run that an earlier version began knows no times.
  const report = { times: noTimes(), ...structuredClone(run.report) } as unknown as ImportReport;
  return {
    pool,
    lock,
    description,
    run,
    report,
    today: dayInChina(Date.parse(run.startedAt)),
    onProgress,
    signal,
    chunkRows,
  };
}

/** @throws GoldseedError DB_UNAVAILABLE when the lock is lost; the signal's reason when the caller has asked to stop. */
export function assertGoing({ lock, signal, run }: RunContext): void {
  signal?.throwIfAborted();
  if (lock.isLost()) {
    throw new GoldseedError(
      "DB_UNAVAILABLE",
      `与数据库的连接中断，第 ${run.id} 次导入已停在原处 / The connection broke; run ${run.id} stands where it was. Resume it: goldseed import resume ${run.id}`,
    );
  }
}

/** Moves the run on, in the transaction of what was done. @throws GoldseedError CONFLICT when another process did so first. */
export async function advance(
  client: PoolClient,
  context: RunContext,
  to: RunStep["to"],
): Promise<ImportRunRow> {
  const { run, report } = context;
  if (!(await advanceImportRun(client, { runId: run.id, from: run, to, report: { ...report } }))) {
    throw new GoldseedError(
      "CONFLICT",
      `第 ${run.id} 次导入已被另一进程推进 / Run ${run.id} was moved on by another process. See \`goldseed import status\`.`,
    );
  }
  return {
    ...run,
    state: to.state,
    stagedBytes: to.stagedBytes ?? run.stagedBytes,
    stagedLines: to.stagedLines ?? run.stagedLines,
    mergedLine: to.mergedLine ?? run.mergedLine,
  };
}
