/** Looks for the ways to pass of everybody who is near a title and does not know yet what is missing. */
import type { Criteria } from "../domain/criteria/criteria.ts";
import { dayInChina } from "../lib/day-in-china.ts";
import type { Pool } from "../store/pool.ts";
import { findWays } from "./assess/find-ways.ts";
import { currentCriteria } from "./current-criteria.ts";

export interface WaysOptions {
  /** The day of the assessments, `YYYY-MM-DD`; today when left out. */
  readonly asOf?: string;
  /** Least progress in percent; 80 when left out. */
  readonly progress?: number;
  readonly signal?: AbortSignal;
  /** Rest after each search in ms; none when left out. */
  readonly restMs?: number;
  readonly criteria?: Criteria;
}

/**
 * Measured: 3 ms a search. Of 31,097 enterprises 32,540 assessments stand at 70 or above (100 s of search), a half of them
 * at 80: the ones an officer would visit.
 */
const defaultProgress = 80;

/** @param pool of the worker role. @returns for how many assessments a way was looked for. */
export async function findWaysToPass(pool: Pool, options: WaysOptions = {}): Promise<number> {
  return findWays(pool, {
    criteria: options.criteria ?? (await currentCriteria()),
    asOf: options.asOf ?? dayInChina(Date.now()),
    progress: options.progress ?? defaultProgress,
    signal: options.signal,
    restMs: options.restMs ?? 0,
  });
}
