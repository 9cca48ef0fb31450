/** Gives an interrupted import up, so that another file of its source can come in. */
import type { Pool } from "../store/pool.ts";
import { readOpenRun } from "./resume-import.ts";
import { dropRun } from "./run/drop-run.ts";
import { withSourceLock } from "./run/with-source-lock.ts";

/** Rows merged so far stay. @throws GoldseedError NOT_FOUND, or CONFLICT for a run that has ended or is under way. */
export async function abandonImport(pool: Pool, runId: string, by: string): Promise<void> {
  const { sourceId } = await readOpenRun(pool, runId);
  await withSourceLock(pool, sourceId, async () => {
    await dropRun(pool, await readOpenRun(pool, runId), `abandoned by ${by}`);
  });
}
