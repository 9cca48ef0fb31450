/** An officer's answer to a batch that was held: let it in, or send it back. */
import { GoldseedError } from "../domain/errors.ts";
import type { Pool } from "../store/pool.ts";
import { type ImportRunRow, readImportRun } from "../store/queries/import-runs.ts";
import { inTransaction } from "../store/transaction.ts";
import { loadDescription } from "./describe/load-description.ts";
import type { ImportOutcome } from "./import-records.ts";
import { driveRun } from "./run/drive-run.ts";
import { dropRun } from "./run/drop-run.ts";
import type { OnProgress } from "./run/progress.ts";
import { advance, contextOf } from "./run/run-context.ts";
import { withSourceLock } from "./run/with-source-lock.ts";

export interface ReleaseRequest {
  /** Logs in as goldseed_worker. */
  readonly pool: Pool;
  readonly runId: string;
  /** Who answers for it. */
  readonly by: string;
  readonly onProgress?: OnProgress | undefined;
  readonly descriptions?: string | undefined;
}

/** @throws GoldseedError NOT_FOUND, or CONFLICT for a run that is not held. */
export async function releaseImport(request: ReleaseRequest): Promise<ImportOutcome> {
  const { pool, runId, by } = request;
  const { sourceId } = await readHeldRun(pool, runId);
  const { description } = await loadDescription(sourceId, request.descriptions);
  return withSourceLock(pool, sourceId, async (lock) => {
    const run = await readHeldRun(pool, runId);
    const context = contextOf(request, { lock, run, description });
    context.report.releasedBy = by;
    await inTransaction(pool, async (client) => {
      context.run = await advance(client, context, { state: "MERGING" });
    });
    await driveRun(context, null);
    return { runId, report: context.report, resumed: true };
  });
}

/** Nothing of the batch is merged; its quarantined rows go with it, as the file comes again. */
export async function rejectImport(pool: Pool, runId: string, by: string): Promise<void> {
  const { sourceId } = await readHeldRun(pool, runId);
  await withSourceLock(pool, sourceId, async () => {
    await dropRun(pool, await readHeldRun(pool, runId), `由 ${by} 退回 / rejected by ${by}`);
  });
}

async function readHeldRun(pool: Pool, runId: string): Promise<ImportRunRow> {
  const run = /^\d{1,18}$/.test(runId) ? await readImportRun(pool, runId) : undefined;
  if (run?.state === "HELD") return run;
  if (run === undefined) {
    throw new GoldseedError(
      "NOT_FOUND",
      `没有第 ${runId} 次导入 / There is no import run "${runId}". See \`goldseed import status\`.`,
    );
  }
  throw new GoldseedError(
    "CONFLICT",
    `第 ${runId} 次导入不在待审核状态（${run.state}） / Run ${runId} is not held (${run.state}); there is nothing to release or reject.`,
    { details: { runId, state: run.state } },
  );
}
