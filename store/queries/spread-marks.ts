/**
 * Lists of enterprises to be judged again become marks, a list at a time, when somebody is about to judge: the marks of a
 * file of 60,000 enterprises cost a second, which whoever waits for his records does not have to wait for.
 */
import type { Pool } from "../pool.ts";

/**
 * Spreads the oldest list that nobody is spreading; does nothing when there is none. A mark bears the time of its list:
 * what was marked on its own since is looked at before.
 */
export async function spreadMarks(pool: Pool): Promise<void> {
  await pool.query(
    `/* store:spread-marks */ with taken as (
      delete from dirty_lists where id = (select id from dirty_lists order by id limit 1 for update skip locked)
      returning credit_codes, reason, marked_at
    )
    insert into dirty_keys (credit_code, stage, reason, marked_at)
    select code, stage, reason, marked_at from taken cross join unnest(credit_codes) as code
    cross join unnest(array['INDICATORS', 'PORTRAITS']) as stage order by code collate "C"
    on conflict (credit_code, stage) do update
      set marked_at = greatest(dirty_keys.marked_at, excluded.marked_at), reason = excluded.reason`,
  );
}
