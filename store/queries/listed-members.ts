/** The read model of lists of a library, as its writers see it: what they tell, and when it is made (migration listed_members). */
import type { PoolClient } from "../pool.ts";

/**
 * Tells the read model of the enterprises in `portrait_measures` whose portraits have been looked at. All of them, not only
 * those whose portrait is another than before: who has entered a library while a fact of it was being imported is put right
 * by the mark of that import.
 */
export async function noteListedMembers(client: PoolClient): Promise<void> {
  await client.query(
    `/* store:note-listed-members */ insert into listed_member_changes (credit_codes)
     select array_agg(p.credit_code) from portrait_measures p
     where p.in_library or exists(select from listed_members m where m.credit_code = p.credit_code) having count(*) > 0`,
  );
}

/** Makes now what would be made at the commit. */
export async function settleListedMembers(client: PoolClient): Promise<void> {
  await client.query("set constraints listed_member_changes_kept immediate");
}
