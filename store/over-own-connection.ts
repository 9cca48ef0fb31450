/** A connection beside a pool, for what may not wait for one of it: all of them may be held, and a pool of one always is. */
import pg from "pg";

import type { Pool } from "./pool.ts";

const patienceMs = 2_000;

/** Best effort, within seconds: what cannot be done over it is left. */
export async function overOwnConnection(
  pool: Pool,
  work: (client: pg.ClientBase) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({
    ...pool.options,
    connectionTimeoutMillis: patienceMs,
    query_timeout: patienceMs,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await work(client);
  } catch {
    // A server that cannot be reached runs nothing of ours for long.
  } finally {
    await client.end().catch(() => undefined);
  }
}
