/**
 * Ends what a pool's connections run at this moment, for a process that goes away in the middle: PostgreSQL learns of a
 * client that has gone only when it has something to tell it, and would work on for minutes with all its locks.
 */
import pg from "pg";

import { heldBy, type Pool } from "./pool.ts";

const patienceMs = 2_000;

/** Nobody is told of the end of what was cancelled: its connections are read no more. Best effort, within seconds. */
export async function cancelRunning(pool: Pool): Promise<void> {
  const held = heldBy(pool);
  // Once it has ended nothing runs, though its connections may still be saying goodbye.
  if (pool.ended || held.length === 0) return;
  for (const { stream } of held) stream.pause();
  const client = new pg.Client({
    ...pool.options,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query(
      "/* store:cancel-running */ select pg_cancel_backend(pid) from unnest($1::int[]) as pid",
      [held.map(({ processId }) => processId)],
    );
  } catch {
    // A server that cannot be reached runs nothing of ours for long.
  } finally {
    await client.end().catch(() => undefined);
  }
}
