/**
 * Ends what a pool's connections run at this moment, for a process that goes away in the middle: PostgreSQL learns of a
 * client that has gone only when it has something to tell it, and would work on for minutes with all its locks.
 */
import { cancelBackends } from "./cancel-backends.ts";
import { heldBy, type Pool } from "./pool.ts";

/** Nobody is told of the end of what was cancelled: its connections are read no more. Best effort, within seconds. */
export async function cancelRunning(pool: Pool): Promise<void> {
  const held = heldBy(pool);
  // Once it has ended nothing runs, though its connections may still be saying goodbye.
  if (pool.ended || held.length === 0) return;
  for (const { stream } of held) stream.pause();
  await cancelBackends(
    pool,
    held.map(({ processId }) => processId),
  );
}
