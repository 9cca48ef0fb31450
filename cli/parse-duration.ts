/** Reads a span of time such as `90s`, `15m`, `12h`, `7d`. */
import { GoldseedError } from "../domain/errors.ts";

const seconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

/** @returns whole seconds, at least 1. @throws GoldseedError BAD_USER_INPUT. */
export function parseDuration(text: string, most: string): number {
  const value = spanOf(text);
  if (value === undefined || value > (spanOf(most) ?? 0))
    throw new GoldseedError(
      "BAD_USER_INPUT",
      `“${text}”不是时长 / "${text}" is not a span of time, expected such as 90s, 15m, 12h, 7d, at most ${most}.`,
    );
  return value;
}

function spanOf(text: string): number | undefined {
  const [, count, unit = ""] = /^([1-9]\d{0,6})([smhd])$/.exec(text) ?? [];
  return count === undefined ? undefined : Number(count) * (seconds[unit] ?? 0);
}
