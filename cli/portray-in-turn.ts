/**
 * Turns of portraits and the figures that count them: beside the judging, because nobody waits for a statistic, and in two
 * lanes as that is, because a fact of now does not wait for everybody on a new day.
 */
import { listDuePortraits } from "../cultivation/list-due-portraits.ts";
import { refreshDirtyPortraits } from "../cultivation/refresh-portraits.ts";
import { dayInChina } from "../lib/day-in-china.ts";
import type { Pool } from "../store/pool.ts";
import { refreshAreaStatistics } from "../store/queries/area-statistics.ts";
import type { Lane } from "../store/queries/dirty-marks.ts";
import type { LogEvent } from "./log-line.ts";

export interface PortrayOptions {
  /** Of the worker role. */
  readonly pool: Pool;
  readonly log: (event: LogEvent) => void;
  /** Ends a turn between two portions. */
  readonly signal: AbortSignal;
  /** What judging has moved since the last call: libraries and titles are counted as well. */
  readonly takeMoved: () => number;
}

export interface PortrayingTurns {
  /** What was marked for its own sake, and the count when anything has moved. */
  readonly fresh: () => Promise<void>;
  /** Everybody, once a day and when the rules change. */
  readonly backlog: () => Promise<void>;
}

/**
 * The count rests nine times as long as it took: 6 s over 424,000 enterprises, and counted after every record it held up the
 * judging of the next.
 */
const restsTimes = 9;

export function portrayInTurn({ pool, log, signal, takeMoved }: PortrayOptions): PortrayingTurns {
  let uncounted = 0;
  let restsUntil = 0;
  const portray = async (lane: Lane): Promise<void> => {
    const { seen, changed } = await refreshDirtyPortraits(pool, { lanes: [lane], signal });
    // A move between towns and a base change no portrait, and are counted.
    uncounted += lane === "fresh" ? seen : changed;
    if (changed > 0) log({ level: "info", job: "portraits", portraits: changed });
  };
  return {
    fresh: async () => {
      uncounted += takeMoved();
      await portray("fresh");
      const started = performance.now();
      if (uncounted === 0 || started < restsUntil) return;
      const counting = uncounted;
      await refreshAreaStatistics(pool);
      // The other lane may have come upon more meanwhile.
      uncounted -= counting;
      const took = performance.now() - started;
      restsUntil = performance.now() + restsTimes * took;
      log({ level: "info", job: "statistics", ms: Math.round(took) });
    },
    backlog: async () => {
      // A year that ends, a base that runs out: the figures depend on the day as well.
      uncounted += await listDuePortraits(pool, dayInChina(Date.now()));
      await portray("backlog");
    },
  };
}
