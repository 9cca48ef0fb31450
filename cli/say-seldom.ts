/**
 * A warning that is the same as before is told once a minute, with how often: a database that is away for a night would
 * otherwise fill the disk of the log with one line, twice a second.
 */
import type { LogEvent } from "./log-line.ts";

export interface SeldomOptions {
  /** Milliseconds, only ever growing. */
  readonly clock: () => number;
  readonly everyMs?: number;
}

const kept = new Set(["warn", "error"]);
/** Different warnings remembered; beyond it all are forgotten and told anew. */
const mostRemembered = 200;

/** What bears a request's id is told each time: somebody will look for it. */
export function saySeldom(
  log: (event: LogEvent) => void,
  { clock, everyMs = 60_000 }: SeldomOptions,
): (event: LogEvent) => void {
  const said = new Map<string, { atMs: number; more: number }>();
  return (event) => {
    if (!kept.has(event.level) || "requestId" in event) return log(event);
    const key = JSON.stringify(event);
    const before = said.get(key);
    if (before !== undefined && clock() - before.atMs < everyMs) {
      before.more += 1;
      return;
    }
    if (said.size >= mostRemembered) said.clear();
    said.set(key, { atMs: clock(), more: 0 });
    log(before === undefined || before.more === 0 ? event : { ...event, repeated: before.more });
  };
}
