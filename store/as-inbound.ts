/**
 * Writes as the role that carries the city's word: it may write titles and nothing that the district owns, and the worker
 * may write no column of a title that the city owns. Which field is whose is so a matter of privileges (sync/SPEC.md, I4).
 */
import type { PoolClient } from "./pool.ts";

/** Inside the caller's transaction; a failure ends it, and the role with it. */
export async function asInbound<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query(
    "/* sync:as-inbound */ select set_config('role', 'goldseed_inbound', true), set_config('goldseed.sync_origin', 'CITY', true)",
  );
  const result = await work();
  await client.query("/* sync:as-itself */ set local role none");
  return result;
}
