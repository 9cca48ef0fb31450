/** How long marked enterprises have waited to be judged and portrayed, for a monitor: whoever does it is away, or cannot. */
import type { Pool } from "../pool.ts";

export interface MarkAge {
  readonly stage: string;
  /** Seconds since the oldest mark that was made for an enterprise's own sake, not for a new day; 0 without one. */
  readonly ageS: number;
}

/** By the index of fresh marks: nothing is counted. */
export async function readMarkAges(pool: Pool): Promise<readonly MarkAge[]> {
  const { rows } = await pool.query<{ stage: string; age_s: number }>(
    `/* store:mark-ages */ select s.stage, coalesce(extract(epoch from clock_timestamp() -
       (select min(marked_at) from dirty_keys d where d.stage = s.stage and d.reason <> 'day')), 0)::float8 as age_s
     from unnest(array['INDICATORS', 'PORTRAITS', 'SCREENINGS']) as s(stage)`,
  );
  return rows.map(({ stage, age_s: ageS }) => ({ stage, ageS }));
}
