/**
 * Fills the shared buffers with what portraits read, as far as it fits: by random portraits alone 4,000,000 enterprises
 * would take an hour of asking until the server is as warm as one that has run for a day.
 */
import type { Pool } from "../../store/pool.ts";

/** @param owner a superuser's, of a database that has been asked a few portraits. @returns megabytes read. */
export async function warmBuffers(owner: Pool): Promise<number> {
  await owner.query("create extension if not exists pg_prewarm");
  const { rows } = await owner.query<{ blocks: number }>(
    // The upper levels of the trees come last, so that they are what is met most.
    `select coalesce(sum(pg_prewarm(id)), 0)::float8 as blocks from (
       select relid as id, 0 as step from pg_statio_user_tables where heap_blks_hit + heap_blks_read > 0
       union all
       select indexrelid, 1 from pg_statio_user_indexes where idx_blks_hit + idx_blks_read > 0
       order by step offset 0) met`,
  );
  return Math.round(((rows[0]?.blocks ?? 0) * 8_192) / 1e6);
}
