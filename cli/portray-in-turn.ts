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

export function portrayInTurn({ pool, log, takeMoved }: PortrayOptions): () => Promise<void> {
  return async () => {
    const moved = takeMoved();
    const { changed } = await refreshDirtyPortraits(pool);
    if (moved + changed === 0) return;
    await refreshAreaStatistics(pool);
    log({ level: "info", job: "portraits", portraits: changed });
  };
}
