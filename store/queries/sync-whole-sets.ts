/**
 * For statements that join whole tables minutes after these were filled, when the planner still believes them empty: it
 * then walks one for each row of the other (17,169 titles: 30 s and no end; with hash joins 0.2 s). ANALYZE would help
 * and is not the worker's right before PostgreSQL 17.
 */
import type { PoolClient } from "../pool.ts";

/** Until the end of the transaction. */
export async function joinWholeSets(client: PoolClient): Promise<void> {
  await client.query("select set_config('enable_nestloop', 'off', true)");
}
