/**
 * Reads what an event is about, again and again while the database is away or has no time: the notice of it has been
 * heard and comes no second time, so a stream that ended with the first failure would lose it to whoever listens.
 */
import { setTimeout as sleep } from "node:timers/promises";

import type { ErrorCode } from "../../domain/errors.ts";
import { classify } from "../execute/error-entry.ts";

/** What passes by itself; a refusal does not. */
const passing: ReadonlySet<ErrorCode> = new Set([
  "DB_UNAVAILABLE",
  "ISSUER_UNAVAILABLE",
  "OVERLOADED",
  "TIMEOUT",
]);

export interface Patience {
  /** Ends the waiting with its reason. */
  readonly signal: AbortSignal;
  readonly patienceMs?: number;
  readonly pauseMs?: number;
}

/** @throws the last failure when patience is at its end, and at once what does not pass. */
export async function readPatiently<T>(
  read: () => Promise<T>,
  { signal, patienceMs = 60_000, pauseMs = 500 }: Patience,
): Promise<T> {
  const end = performance.now() + patienceMs;
  for (;;) {
    try {
      return await read();
    } catch (error) {
      if (!passing.has(classify(error).code) || performance.now() > end) throw error;
    }
    await sleep(pauseMs, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}
