/** Ends a run that will not be finished: its staged rows go, what was merged stays, as it stays traceable by its run. */
import { GoldseedError } from "../../domain/errors.ts";
import type { Pool } from "../../store/pool.ts";
import {
  advanceImportRun,
  type ImportRunRow,
  noteImportFailure,
} from "../../store/queries/import-runs.ts";
import { clearQuarantined, clearStaged } from "../../store/queries/import-stage.ts";
import { listTouched } from "../../store/queries/import-touched.ts";
import { inTransaction } from "../../store/transaction.ts";

/** @throws GoldseedError CONFLICT when another process has moved the run on. */
export async function dropRun(pool: Pool, run: ImportRunRow, failure: string): Promise<void> {
  await inTransaction(
    pool,
    async (client) => {
      // Rows of a file that never got to merging would be mended for nothing: the file comes again whole.
      if (run.mergedLine === 0) await clearQuarantined(client, run.id);
      // What was merged stays, so it is judged.
      await listTouched(client, run);
      await clearStaged(client, run.id);
      const step = {
        runId: run.id,
        from: run,
        to: { state: "FAILED" },
        report: run.report ?? {},
      } as const;
      if (!(await advanceImportRun(client, step))) {
        throw new GoldseedError(
          "CONFLICT",
          `第 ${run.id} 次导入的状态已变 / Run ${run.id} has moved on. See \`goldseed import status\`.`,
        );
      }
    },
    { statementTimeoutMs: 0 },
  );
  await noteImportFailure(pool, run.id, failure);
}
