/** A job over whole tables has no limit of time: when the process is to end, its statement is cancelled after a while. */
import { cancelBackends } from "./cancel-backends.ts";
import type { Pool, PoolClient } from "./pool.ts";

/** Portions are done by then; statements over all enterprises take minutes, which nobody waits for who stops a process. */
const graceMs = 5_000;

/** @returns to be waited for before the connection of `client` is another's: a cancelling on its way would meet that one. */
export function cancelWhenLate(
  pool: Pool,
  client: PoolClient,
  signal: AbortSignal | undefined,
): () => Promise<void> {
  let cancelling: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const { processID } = client as unknown as { readonly processID: number };
  const cancel = () => {
    cancelling ??= cancelBackends(pool, [processID]).finally(() => (cancelling = undefined));
  };
  // Again until it has ended: who works on after a cancelled statement begins another.
  const start = () => void (timer = setInterval(cancel, graceMs));
  if (signal?.aborted === true) start();
  signal?.addEventListener("abort", start, { once: true });
  return async () => {
    signal?.removeEventListener("abort", start);
    clearInterval(timer);
    await cancelling;
  };
}
