/** Gives an interrupted import up, so that another file of its source can come in. */
import type { Pool } from "../store/pool.ts";
import {
  advanceImportRun,
  type ImportRunRow,
  noteImportFailure,
} from "../store/queries/import-runs.ts";
import { inTransaction } from "../store/transaction.ts";
import { readOpenRun } from "./resume-import.ts";
import { dropRun } from "./run/drop-run.ts";
import { withSourceLock } from "./run/with-source-lock.ts";

/** Rows merged so far stay. @throws GoldseedError NOT_FOUND, or CONFLICT for a run that has ended or is under way. */
export async function abandonImport(pool: Pool, runId: string, by: string): Promise<void> {
  const { sourceId } = await readOpenRun(pool, runId);
  await withSourceLock(pool, sourceId, async () => {
    const run = await readOpenRun(pool, runId);
    if (run.state === "RELINKING") return endWithoutRelinking(pool, run, by);
    await dropRun(pool, run, `由 ${by} 放弃 / abandoned by ${by}`);
  });
}

/** All its rows are in: it is done, and what it left out can be made up for at any time. */
async function endWithoutRelinking(pool: Pool, run: ImportRunRow, by: string): Promise<void> {
  const step = {
    runId: run.id,
    from: run,
    to: { state: "DONE" },
    report: run.report ?? {},
  } as const;
  await inTransaction(pool, (client) => advanceImportRun(client, step));
  const retry = "goldseed link review retry";
  await noteImportFailure(
    pool,
    run.id,
    `登记已全部入库；待复核的记录没有重新关联（由 ${by} 放弃），可随时执行 ${retry} / All registry rows are in; records that wait were not linked again (given up by ${by}), at any time: ${retry}`,
  );
}
