/**
 * Lists of enterprises to be looked at again become marks, a list at a time, when somebody is about to look: the marks of a
 * file of 60,000 enterprises cost a second, which whoever waits for his records does not have to wait for, and those of
 * everybody on a new day would hold up whoever marks one of them meanwhile.
 */
import type { Pool } from "../pool.ts";
import { type Lane, lanes, type Stage } from "./dirty-marks.ts";

/** What was marked for its own sake stays so: the lane of everybody comes to it when the other has not before. */
const whereMarked: Readonly<Record<Lane, string>> = {
  fresh: `update set marked_at = greatest(dirty_keys.marked_at, excluded.marked_at), reason = excluded.reason`,
  backlog: "nothing",
};

/**
 * Spreads the oldest list of each lane that nobody is spreading; does nothing when there is none. A mark bears the time of
 * its list: what was marked on its own since is looked at before.
 */
export async function spreadMarks(
  pool: Pool,
  { stage, lanes: among = lanes }: { readonly stage: Stage; readonly lanes?: readonly Lane[] },
): Promise<void> {
  for (const lane of among) {
    await pool.query(
      `/* store:spread-marks */ with taken as (
        delete from dirty_lists where id = (select id from dirty_lists where $1 = any(stages)
          and (reason = 'day') = $2 order by id limit 1 for update skip locked)
        returning credit_codes, reason, marked_at, stages
      )
      insert into dirty_keys (credit_code, stage, reason, marked_at)
      select code, stage, reason, marked_at from taken cross join unnest(credit_codes) as code
      cross join unnest(stages) as stage order by code collate "C"
      on conflict (credit_code, stage) do ${whereMarked[lane]}`,
      [stage, lane === "backlog"],
    );
  }
}
