/**
 * Takes open quarantined rows through today's checks again, as they stand: after a description, a list of places or a rule
 * has been mended there is nothing for the department to mend. It is their export, imported.
 */
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { GoldseedError } from "../../domain/errors.ts";
import type { Pool } from "../../store/pool.ts";
import { countQuarantine, type QuarantineFilter } from "../../store/queries/import-quarantine.ts";
import { type ImportOutcome, importRecords, type ImportRequest } from "../import-records.ts";
import { exportQuarantine } from "./export-quarantine.ts";

export interface RetryRequest extends Pick<
  ImportRequest,
  "startedBy" | "dryRun" | "onProgress" | "signal" | "descriptions"
> {
  /** Logs in as goldseed_worker. */
  readonly pool: Pool;
  readonly filter: Pick<QuarantineFilter, "sourceId" | "runId">;
}

/** One run a source. @throws GoldseedError NOT_FOUND when no open row fits, and what importRecords throws. */
export async function retryQuarantine({
  pool,
  filter,
  ...request
}: RetryRequest): Promise<readonly ImportOutcome[]> {
  const counts = await countQuarantine(pool, filter);
  const sources = [...new Set(counts.map(({ sourceId }) => sourceId))];
  if (sources.length === 0) throw nothing();
  const folder = await mkdtemp(join(tmpdir(), "goldseed-retry-"));
  try {
    const outcomes: ImportOutcome[] = [];
    for (const sourceId of sources) {
      const path = join(folder, `quarantine-${sourceId}.csv`);
      const rows = exportQuarantine(pool, { ...filter, sourceId });
      await pipeline(Readable.from(rows), createWriteStream(path));
      outcomes.push(await importRecords({ ...request, pool, sourceId, path }));
    }
    return outcomes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const nothing = (): GoldseedError =>
  new GoldseedError(
    "NOT_FOUND",
    "没有符合条件的未处理隔离行 / No open quarantined row fits. See `goldseed quarantine list`.",
  );
