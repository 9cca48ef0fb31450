/** Runs `work` while no other import of the source can. */
import { setTimeout as pause } from "node:timers/promises";

import { GoldseedError } from "../../domain/errors.ts";
import type { Pool } from "../../store/pool.ts";
import { type ImportLock, takeImportLock } from "../../store/queries/import-lock.ts";
import { findUnfinishedRun } from "../../store/queries/import-runs.ts";

/** The server notices within a moment that a killed process has gone; until then its lock stands. */
const patienceMs = 3_000;
const lookEveryMs = 50;

/** @throws GoldseedError CONFLICT when another import of the source is under way. */
export async function withSourceLock<T>(
  pool: Pool,
  sourceId: string,
  work: (lock: ImportLock) => Promise<T>,
): Promise<T> {
  const deadline = performance.now() + patienceMs;
  let lock = await takeImportLock(pool, sourceId);
  while (lock === undefined && performance.now() < deadline) {
    await pause(lookEveryMs);
    lock = await takeImportLock(pool, sourceId);
  }
  if (lock === undefined) throw await underWay(pool, sourceId);
  try {
    return await work(lock);
  } finally {
    await lock.release();
  }
}

async function underWay(pool: Pool, sourceId: string): Promise<GoldseedError> {
  const run = await findUnfinishedRun(pool, sourceId);
  const which =
    run === undefined
      ? ""
      : ` (run ${run.id}, "${run.fileName ?? ""}", since ${run.startedAt}, by ${run.startedBy})`;
  const zh =
    run === undefined ? "" : `（第 ${run.id} 次，“${run.fileName ?? ""}”，${run.startedBy}）`;
  return new GoldseedError(
    "CONFLICT",
    `来源“${sourceId}”正在导入${zh}，同一来源一次只能导入一个文件，请等其结束 / An import of "${sourceId}" is under way${which}; one file of a source at a time. Wait for its end, see \`goldseed import status\`.`,
    { details: { sourceId, runId: run?.id ?? null } },
  );
}
