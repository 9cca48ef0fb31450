/** Asks PostgreSQL to end what some connections of a pool run. */
import pg from "pg";

import type { Pool } from "./pool.ts";

const patienceMs = 2_000;

/** Over a connection of its own: all of the pool may be held, and a pool of one always is. Best effort, within seconds. */
export async function cancelBackends(pool: Pool, processIds: readonly number[]): Promise<void> {
  const client = new pg.Client({
    ...pool.options,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query(
      "/* store:cancel-backends */ select pg_cancel_backend(pid) from unnest($1::int[]) as pid",
      [processIds],
    );
  } catch {
    // A server that cannot be reached runs nothing of ours for long.
  } finally {
    await client.end().catch(() => undefined);
  }
}
