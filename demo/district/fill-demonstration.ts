/** Fills an empty store with the demonstration district: once, whole or not at all. */
import { GoldseedError } from "../../domain/errors.ts";
import { dayInChina } from "../../lib/day-in-china.ts";
import type { Pool } from "../../store/pool.ts";
import { loadDemoCatalogues, nameDemoChainLeaders } from "../../store/queries/demo-catalogues.ts";
import {
  type DemoLoader,
  finishDemoRun,
  loadDemonstration,
  readDemoRun,
} from "../../store/queries/demo-load.ts";
import { readAreaFile } from "../../store/read-area-file.ts";
import { demoCatalogues } from "./catalogues.ts";
import { defaultSeed, type Plan, planVersion } from "./plan.ts";
import { nextPortion } from "./portions.ts";
import { entityCount, type ScaleName, scaleOf } from "./scale.ts";
import { subjectsOf } from "./subject.ts";

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** `load` while rows go in, `refresh` while read models are made. */
  readonly label: "load" | "refresh";
}

export interface FillOptions {
  /** Of the worker role; two connections are used at most. */
  readonly workerPool: Pool;
  readonly scale?: ScaleName;
  readonly seed?: number;
  /** The day the district is made for, `YYYY-MM-DD`; today when left out. */
  readonly asOf?: string;
  /** Makes the read models; until it has ended well, the next call runs it again. */
  readonly refresh?: () => Promise<void>;
  readonly onProgress?: (progress: Progress) => void;
}

export interface FillResult {
  /** False when the store held the demonstration already. */
  readonly filled: boolean;
  readonly plan: Plan;
  /** Rows per table, as they were filled. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Entities per portion: measured, 2,000 to 16,000 differ by less than a tenth. */
const portionSize = 4000;

/** Safe to call at every start: interrupted or repeated, it ends with one whole district. */
export async function fillDemonstration(options: FillOptions): Promise<FillResult> {
  const { workerPool, onProgress } = options;
  const plan = planOf(options);
  const filled = await loadDemonstration(workerPool, "demo", (loader) =>
    loadDistrict(loader, plan, (done, total) => onProgress?.({ done, total, label: "load" })),
  );
  const run = await readDemoRun(workerPool);
  if (run === null)
    throw new GoldseedError(
      "INTERNAL_SERVER_ERROR",
      "演示数据的记录不见了 / The demonstration's run has disappeared.",
    );
  if (run.state === "MERGING") {
    onProgress?.({ done: 0, total: 1, label: "refresh" });
    await options.refresh?.();
    await finishDemoRun(workerPool, run.id);
    onProgress?.({ done: 1, total: 1, label: "refresh" });
  }
  return { filled, ...(run.report as { plan: Plan; rows: Record<string, number> }) };
}

function planOf({ scale, seed, asOf }: FillOptions): Plan {
  const today = dayInChina(Date.now());
  return { scale: scale ?? "default", seed: seed ?? defaultSeed, asOf: asOf ?? today };
}

async function loadDistrict(
  loader: DemoLoader,
  plan: Plan,
  onProgress: (done: number, total: number) => void,
): Promise<Record<string, unknown>> {
  await loadDemoCatalogues(loader.client, demoCatalogues());
  const townNames = new Map(readAreaFile().map(({ code, name }) => [code, name]));
  const subjects = subjectsOf(plan, townNames);
  const total = entityCount(scaleOf(plan.scale));
  let done = 0;
  let portion = await nextPortion(subjects, portionSize, loader.runId);
  while (portion.entities > 0) {
    // The next portion is made while the database takes in this one.
    const [next] = await Promise.all([
      nextPortion(subjects, portionSize, loader.runId),
      loader.add(portion.texts),
    ]);
    onProgress((done += portion.entities), total);
    portion = next;
  }
  await nameDemoChainLeaders(loader.client);
  return { plan, planVersion, rows: Object.fromEntries(loader.counts) };
}
