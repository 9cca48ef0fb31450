/**
 * Fills the shared buffers with what portraits read, as far as it fits: by random portraits alone 4,000,000 enterprises
 * would take an hour of asking until the server is as warm as one that has run for a day.
 */
import type { Pool } from "../../store/pool.ts";

/** @param owner a superuser's. @param ask asks a few portraits, by which it is known what they read. @returns megabytes. */
export async function warmBuffers(owner: Pool, ask: () => Promise<void>): Promise<number> {
  await owner.query("create extension if not exists pg_prewarm");
  await owner.query("select pg_stat_reset()");
  await ask();
  const { rows } = await owner.query<{ blocks: number }>(
    // Trees come last: they are what is met most, and there may not be room for all.
    `select coalesce(sum(pg_prewarm(id)), 0)::float8 as blocks from (
       select relid as id, 0 as step from pg_stat_user_tables where seq_tup_read + idx_tup_fetch > 0
       union all
       select indexrelid, 1 from pg_stat_user_indexes where idx_scan > 0
       order by step offset 0) met`,
  );
  return Math.round(((rows[0]?.blocks ?? 0) * 8_192) / 1e6);
}
