/** Asks PostgreSQL to end what some connections of a pool run. */
import { overOwnConnection } from "./over-own-connection.ts";
import type { Pool } from "./pool.ts";

/** Best effort, within seconds. */
export function cancelBackends(pool: Pool, processIds: readonly number[]): Promise<void> {
  return overOwnConnection(pool, (client) =>
    client.query(
      "/* store:cancel-backends */ select pg_cancel_backend(pid) from unnest($1::int[]) as pid",
      [processIds],
    ),
  );
}
