/**
 * Asks a connection that only listens whether it is still there: one that was cut without a word, by a firewall or a server
 * that froze, tells nothing for ever. What the server answers comes behind every notice committed before the question.
 */
import { setTimeout as sleep } from "node:timers/promises";

import type { PoolClient } from "./pool.ts";

export interface ProofOptions {
  readonly everyMs: number;
  /** A connection silent for so long is given up. A busy server answers late, and a gap makes all hearers read anew. */
  readonly givenUpMs: number;
}

/**
 * @param proven told when the question was asked that has been answered, in milliseconds of `performance.now()`.
 * @throws Error when the connection is silent for too long, or the signal is aborted. With a question under way the driver
 * ends it without a goodbye, so that all that waits for it fails at once.
 */
export async function proveListener(
  client: PoolClient,
  { everyMs, givenUpMs }: ProofOptions,
  { signal, proven }: { readonly signal: AbortSignal; readonly proven: (askedMs: number) => void },
): Promise<never> {
  for (;;) {
    await sleep(everyMs, undefined, { signal });
    const askedMs = performance.now();
    await within(givenUpMs, client.query("/* still listening */ select 1"));
    proven(askedMs);
  }
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const silent = new AbortController();
  // No process is kept alive by it: the connection does that for as long as it is wanted.
  const late = sleep(ms, undefined, { signal: silent.signal, ref: false }).then(() => {
    throw new Error(`The connection that listens has said nothing for ${ms} ms.`);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    silent.abort();
    late.catch(() => undefined);
    work.catch(() => undefined);
  }
}
