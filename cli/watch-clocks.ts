/** Looks at the clocks every half minute for as long as the gateway runs. */
import { readClock } from "../store/queries/read-clock.ts";
import type { Pool } from "../store/pool.ts";
import { ClockWatch, type ClockWatchOptions } from "./clock-watch.ts";

const intervalMs = 30_000;

export interface WatchedClocks {
  readonly watch: ClockWatch;
  readonly stop: () => void;
}

export function watchClocks({
  pool,
  ...options
}: Omit<ClockWatchOptions, "readDatabase"> & { readonly pool: Pool }): WatchedClocks {
  const watch = new ClockWatch({ ...options, readDatabase: () => readClock(pool) });
  // A database that is away is told of by /readyz and by whatever needs it.
  const look = (): void => void watch.look().catch(() => undefined);
  look();
  const timer = setInterval(look, intervalMs);
  timer.unref();
  return { watch, stop: () => clearInterval(timer) };
}
