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
  // A name from outside cannot begin a line of its own. JSON leaves some breaks and a terminal's second set of commands.
  const line = JSON.stringify({ time: now.toISOString(), ...event });
  return line.replaceAll(/[\u007f-\u009f\u2028\u2029]/gu, escaped);
}

const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
