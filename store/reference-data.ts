/** Reference data of the data folder into its tables: runs at every start, after the migrations. */
import type { Pool } from "./pool.ts";
import { loadAreas } from "./queries/load-areas.ts";
import { readAreaFile } from "./read-area-file.ts";

/** Rows added or changed per table; all 0 when nothing of the data folder has changed. */
export interface LoadedReferenceData {
  readonly areas: number;
}

/** @param pool of the worker role. @throws GoldseedError CONFIG_INVALID when a data file is faulty. */
export async function loadReferenceData(pool: Pool): Promise<LoadedReferenceData> {
  return { areas: await loadAreas(pool, readAreaFile()) };
}
