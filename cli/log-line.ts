/** Log lines of a running Goldseed: JSON, one event a line whatever is in it, from the level of LOG_LEVEL on. */
import type { Config } from "../config/options.ts";

export type LogLevel = Exclude<Config["logLevel"], "silent">;

export interface LogEvent {
  readonly level: LogLevel;
  readonly [name: string]: unknown;
}

const levels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** @param now for the moment of the event, in UTC. @returns null when the event is below `least`. */
export function logLine(event: LogEvent, least: Config["logLevel"], now: Date): string | null {
  if (levels.indexOf(event.level) < levels.indexOf(least)) return null;
  // JSON escapes line breaks and control characters: a name from outside cannot begin a line of its own.
  return JSON.stringify({ time: now.toISOString(), ...event });
}
