/** What a running Goldseed does by itself: exchanges with the city, and portraits of what has changed. */
import { setTimeout as sleep } from "node:timers/promises";

import { refreshDirtyPortraits } from "../cultivation/refresh-portraits.ts";
import { refreshAreaStatistics } from "../store/queries/area-statistics.ts";
import type { Pool } from "../store/pool.ts";
import type { CityPlatform } from "../sync/platform/port.ts";
import { exchangeWithCity } from "./exchange-with-city.ts";
import type { LogEvent } from "./log-line.ts";

export interface UpkeepOptions {
  /** Of the worker role. */
  readonly pool: Pool;
  /** Null without a city. */
  readonly platform: CityPlatform | null;
  /** Seconds between exchanges; 0 leaves them to `goldseed sync run`. */
  readonly syncIntervalS: number;
  readonly log: (event: LogEvent) => void;
}

/** A town's specialist sees a new record's effect within this time and the time it takes. */
const portraitIntervalMs = 5_000;

export interface Upkeep {
  /** Lets work under way reach its next checkpoint. */
  readonly stop: () => Promise<void>;
}

export function startUpkeep({ pool, platform, syncIntervalS, log }: UpkeepOptions): Upkeep {
  const stopping = new AbortController();
  const jobs = [
    repeat("portraits", portraitIntervalMs, async () => {
      const { changed } = await refreshDirtyPortraits(pool);
      if (changed === 0) return;
      await refreshAreaStatistics(pool);
      log({ level: "info", job: "portraits", changed });
    }),
  ];
  if (platform !== null && syncIntervalS > 0) {
    jobs.push(
      repeat("sync", syncIntervalS * 1_000, async () => {
        const { words, settled } = await exchangeWithCity(pool, platform, stopping.signal);
        if (!settled) log({ level: "warn", job: "sync", message: words });
      }),
    );
  }
  const running = jobs.map((job) => job({ signal: stopping.signal, log }));
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

interface Ticking {
  readonly signal: AbortSignal;
  readonly log: UpkeepOptions["log"];
}

/** One at a time, the pause counted from the end; a failure waits for the next turn and does not end the job. */
function repeat(job: string, intervalMs: number, work: () => Promise<void>) {
  return async ({ signal, log }: Ticking): Promise<void> => {
    while (await pause(intervalMs, signal)) {
      try {
        await work();
      } catch (error) {
        log({
          level: "warn",
          job,
          message: error instanceof Error ? error.message : String(error),
        });
      }
    }
  };
}

/** @returns false when the end came first. */
function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  return sleep(ms, true, { signal }).catch(() => false);
}
