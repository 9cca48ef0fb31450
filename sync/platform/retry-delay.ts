/** How long to wait before trying again: full jitter, so that many districts do not come back in step. */
export interface RetryDelayOptions {
  readonly baseMs: number;
  readonly capMs: number;
  /** 0 to 1. */
  readonly random: () => number;
}

/** @param attempt 1 for the first retry. A longer wait asked for by the platform wins, plus some jitter. */
export function retryDelayMs(
  attempt: number,
  retryAfterMs: number | null,
  options: RetryDelayOptions,
): number {
  const ceiling = Math.min(options.capMs, options.baseMs * 2 ** Math.min(attempt - 1, 30));
  const own = Math.round(ceiling * options.random());
  return retryAfterMs === null ? own : retryAfterMs + Math.round(own / 4);
}
