/** One turn of portraits and the figures that count them: beside the judging, because nobody waits for a statistic. */
import { refreshDirtyPortraits } from "../cultivation/refresh-portraits.ts";
import type { Pool } from "../store/pool.ts";
import { refreshAreaStatistics } from "../store/queries/area-statistics.ts";
import type { LogEvent } from "./log-line.ts";

export interface PortrayOptions {
  /** Of the worker role. */
  readonly pool: Pool;
  readonly log: (event: LogEvent) => void;
  /** What judging has moved since the last call: libraries and titles are counted as well. */
  readonly takeMoved: () => number;
}

/**
 * The count rests nine times as long as it took: 6 s over 424,000 enterprises, and counted after every record it held up the
 * judging of the next.
 */
const restsTimes = 9;

export function portrayInTurn({ pool, log, takeMoved }: PortrayOptions): () => Promise<void> {
  let uncounted = 0;
  let restsUntil = 0;
  return async () => {
    uncounted += takeMoved();
    const { changed } = await refreshDirtyPortraits(pool);
    uncounted += changed;
    if (changed > 0) log({ level: "info", job: "portraits", portraits: changed });
    const started = performance.now();
    if (uncounted === 0 || started < restsUntil) return;
    await refreshAreaStatistics(pool);
    const took = performance.now() - started;
    restsUntil = performance.now() + restsTimes * took;
    uncounted = 0;
    log({ level: "info", job: "statistics", ms: Math.round(took) });
  };
}
