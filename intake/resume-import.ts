/** Takes an interrupted import to its end: behind its last chunk, with nothing lost and nothing taken twice. */
import { GoldseedError } from "../domain/errors.ts";
import { isOpenImport } from "../domain/open-imports.ts";
import type { Pool } from "../store/pool.ts";
import { type ImportRunRow, readImportRun } from "../store/queries/import-runs.ts";
import { loadDescription } from "./describe/load-description.ts";
import type { SourceDescription } from "./describe/source-description.ts";
import type { ImportOutcome } from "./import-records.ts";
import { type Input, openInput } from "./read/open-input.ts";
import { driveRun } from "./run/drive-run.ts";
import type { OnProgress } from "./run/progress.ts";
import { contextOf } from "./run/run-context.ts";
import { withSourceLock } from "./run/with-source-lock.ts";

export interface ResumeRequest {
  /** Logs in as goldseed_worker. */
  readonly pool: Pool;
  readonly runId: string;
  /** Where the file lies now; where it lay when left out. */
  readonly path?: string | undefined;
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Rows of one transaction; 5,000 when left out. */
  readonly chunkRows?: number | undefined;
  readonly descriptions?: string | undefined;
}

/**
 * @throws GoldseedError NOT_FOUND for an unknown run, CONFLICT for one that has ended or is under way, FILE_REFUSED when
 * the file is not the one that was begun with, FILE_UNREADABLE when it has gone.
 */
export async function resumeImport(request: ResumeRequest): Promise<ImportOutcome> {
  const { pool, runId } = request;
  const { sourceId } = await readOpenRun(pool, runId);
  const { description } = await loadDescription(sourceId, request.descriptions);
  return withSourceLock(pool, sourceId, async (lock) => {
    // Read again under the lock: it may have ended while we waited.
    const run = await readOpenRun(pool, runId);
    const file = run.state === "STAGING" ? await openFile(request, run, description) : null;
    const context = contextOf(request, { lock, run, description });
    try {
      await driveRun(context, file);
    } finally {
      await file?.close();
    }
    return { runId, report: context.report, resumed: true };
  });
}

/** @throws GoldseedError NOT_FOUND, or CONFLICT for a run that has ended. */
export async function readOpenRun(pool: Pool, runId: string): Promise<ImportRunRow> {
  const run = /^\d{1,18}$/.test(runId) ? await readImportRun(pool, runId) : undefined;
  if (run === undefined) {
    throw new GoldseedError(
      "NOT_FOUND",
      `没有第 ${runId} 次导入 / There is no import run "${runId}". See \`goldseed import status\`.`,
    );
  }
  if (isOpenImport(run.state)) return run;
  throw new GoldseedError(
    "CONFLICT",
    `第 ${runId} 次导入已结束（${run.state}） / Run ${runId} has ended (${run.state}); there is nothing to resume.`,
    { details: { runId, state: run.state } },
  );
}

async function openFile(
  request: ResumeRequest,
  run: ImportRunRow,
  description: SourceDescription,
): Promise<Input> {
  const remembered = run.report?.["path"];
  const path = request.path ?? (typeof remembered === "string" ? remembered : "");
  const input = await openInput(path, description, request.signal);
  const { digest } = input.facts;
  if (digest !== run.fileDigest) {
    await input.close();
    throw new GoldseedError(
      "FILE_REFUSED",
      `“${path}”与第 ${run.id} 次导入开始时的文件不同 / "${path}" is not the file that run ${run.id} began with ("${run.fileName ?? ""}"). Give the unchanged file, or \`goldseed import abandon ${run.id}\` and start anew.`,
      { details: { runId: run.id, expectedDigest: run.fileDigest, digest } },
    );
  }
  return input;
}
