/** Refuses a further file of a source while one waits for an officer: let in afterwards, the older would win. */
import { GoldseedError } from "../../domain/errors.ts";
import type { Pool } from "../../store/pool.ts";
import { findHeldRun } from "../../store/queries/import-runs.ts";

/** @throws GoldseedError CONFLICT */
export async function assertNoneHeld(pool: Pool, sourceId: string): Promise<void> {
  const run = await findHeldRun(pool, sourceId);
  if (run === undefined) return;
  throw new GoldseedError(
    "CONFLICT",
    `来源“${sourceId}”的第 ${run.id} 次导入（“${run.fileName ?? ""}”）待审核，请先放行或退回 / Run ${run.id} of "${sourceId}" ("${run.fileName ?? ""}") waits for an officer. Let it in with \`goldseed import release ${run.id}\`, or send it back with \`goldseed import reject ${run.id}\`.`,
    { details: { runId: run.id } },
  );
}
