/** One turn of judging: what has changed, or everybody on a new day, through assessments, libraries, portraits, figures. */
import { assessDirty } from "../cultivation/assess-enterprises.ts";
import { loadSoundCriteria } from "../cultivation/load-criteria.ts";
import { markDue } from "../cultivation/mark-due.ts";
import { refreshDirtyPortraits } from "../cultivation/refresh-portraits.ts";
import type { Criteria } from "../domain/criteria/criteria.ts";
import type { Pool } from "../store/pool.ts";
import { refreshAreaStatistics } from "../store/queries/area-statistics.ts";
import type { LogEvent } from "./log-line.ts";

export interface TurnOptions {
  /** Of the worker role. */
  readonly pool: Pool;
  readonly log: (event: LogEvent) => void;
  /** Ends the turn between two portions. */
  readonly signal: AbortSignal;
}

/** @returns the turn, which remembers the rules it has read and the day it has looked at last. */
export function judgeInTurn({ pool, log, signal }: TurnOptions): () => Promise<void> {
  let criteria: Criteria | undefined;
  let lookedOn: string | undefined;
  return async () => {
    criteria ??= await loadSoundCriteria();
    const today = new Date().toISOString().slice(0, 10);
    const due = lookedOn === today ? 0 : await markDue(pool, criteria, today);
    const assessed = await assessDirty(pool, { criteria, signal });
    // Portraits show libraries and titles, so they come after them; the statistics count both.
    const { changed } = await refreshDirtyPortraits(pool);
    const moved = assessed.changed + assessed.verifications + changed;
    if (due + moved > 0) {
      await refreshAreaStatistics(pool);
      log({ level: "info", job: "judging", assessed: assessed.changed, portraits: changed });
    }
    lookedOn = today;
  };
}
