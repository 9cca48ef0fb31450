/** The titles the stand-in city begins with: those of the demonstration that fills this store. */
import { existsSync } from "node:fs";
import { join } from "node:path";

import { readDemonstrationPlan } from "../demo/district/city-titles.ts";
import { writeCitySeed } from "../demo/district/write-city-seed.ts";
import type { OpenStore } from "./open-store.ts";

/** @returns a file of JSON lines, made once per demonstration; null for a store without one. */
export async function demoCitySeed({ workerPool, dataDir }: OpenStore): Promise<string | null> {
  const plan = await readDemonstrationPlan(workerPool);
  if (plan === null) return null;
  const path = join(dataDir, `demo-city-${plan.scale}-${plan.seed}-${plan.asOf}.jsonl`);
  if (!existsSync(path)) await writeCitySeed(plan, path);
  return path;
}
