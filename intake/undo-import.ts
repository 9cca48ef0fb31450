/** Takes an import back: the store stands as if it had not come, except where later work builds on it. */
import { GoldseedError } from "../domain/errors.ts";
import type { Pool } from "../store/pool.ts";
import {
  advanceImportRun,
  type ImportRunRow,
  readImportRun,
} from "../store/queries/import-runs.ts";
import { undoEnterprises } from "../store/queries/import-undo-enterprises.ts";
import { type UndoFigures, undoFacts, undoTraces } from "../store/queries/import-undo-facts.ts";
import { inTransaction } from "../store/transaction.ts";
import { loadDescription } from "./describe/load-description.ts";
import { tableOf } from "./facts/table-of.ts";
import { withSourceLock } from "./run/with-source-lock.ts";

export interface UndoRequest {
  /** Logs in as goldseed_worker. */
  readonly pool: Pool;
  readonly runId: string;
  /** Who answers for it. */
  readonly by: string;
  readonly descriptions?: string | undefined;
}

/** @throws GoldseedError NOT_FOUND, or CONFLICT for a run that has not ended, was undone, or changed nothing. */
export async function undoImport(request: UndoRequest): Promise<UndoFigures> {
  const { pool, runId } = request;
  const { sourceId } = await readDoneRun(pool, runId);
  const { description } = await loadDescription(sourceId, request.descriptions);
  return withSourceLock(pool, sourceId, async () => {
    const run = await readDoneRun(pool, runId);
    return inTransaction(
      pool,
      async (client) => {
        const figures =
          description.target === "ENTERPRISES"
            ? await undoEnterprises(client, runId)
            : await undoFacts(client, tableOf(description), runId);
        await undoTraces(client, runId);
        const report = { ...run.report, undone: { by: request.by, ...figures } };
        if (
          !(await advanceImportRun(client, { runId, from: run, to: { state: "UNDONE" }, report }))
        ) {
          throw new GoldseedError(
            "CONFLICT",
            `第 ${runId} 次导入的状态已变 / Run ${runId} has moved on. See \`goldseed import status\`.`,
          );
        }
        return figures;
      },
      { statementTimeoutMs: 0 },
    );
  });
}

async function readDoneRun(pool: Pool, runId: string): Promise<ImportRunRow> {
  const run = /^\d{1,18}$/.test(runId) ? await readImportRun(pool, runId) : undefined;
  if (run === undefined) {
    throw new GoldseedError(
      "NOT_FOUND",
      `没有第 ${runId} 次导入 / There is no import run "${runId}". See \`goldseed import status\`.`,
    );
  }
  if (run.state === "DONE") return run;
  throw new GoldseedError(
    "CONFLICT",
    `第 ${runId} 次导入的状态是 ${run.state}，只有已完成的才能撤销 / Run ${runId} is ${run.state}; only a completed import can be undone.`,
    { details: { runId, state: run.state } },
  );
}
