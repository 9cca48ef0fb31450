/** The read model of lists of a library, as its writers see it: what they tell, and when it is made (migration listed_members). */
import type { Pool, PoolClient } from "../pool.ts";

/**
 * Tells the read model of the enterprises in `portrait_measures` whose portraits have been looked at. All of them, not only
 * those whose portrait is another than before: what has gone wrong is put right by the next look. Who enters is noted
 * besides (settleEntrants).
 */
export async function noteListedMembers(client: PoolClient): Promise<void> {
  await client.query(
    `/* store:note-entrants */ insert into listed_entrants (credit_code)
     select p.credit_code from portrait_measures p
     where p.in_library and not exists(select from listed_members m where m.credit_code = p.credit_code)
     order by p.credit_code on conflict (credit_code) do update set awaits = null`,
  );
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

/**
 * Makes the rows anew of those who have entered, once every transaction has ended that was under way when the entry was seen
 * to be committed. One of these may have written a fact of an enterprise that was in no library for it, and told nobody;
 * whoever begins to write later sees the row.
 */
export async function settleEntrants(pool: Pool): Promise<void> {
  await pool.query(
    `/* store:entrants-await */ update listed_entrants set awaits = pg_snapshot_xmax(pg_current_snapshot())::text::bigint
     where awaits is null`,
  );
  await pool.query(
    `/* store:settle-entrants */ with settled as (
       delete from listed_entrants where awaits <= pg_snapshot_xmin(pg_current_snapshot())::text::bigint returning credit_code
     )
     insert into listed_member_changes (credit_codes)
     select array_agg(credit_code) from settled having count(*) > 0`,
  );
}
