/** What no trigger told of: found by comparing the table with what the peer is known to hold, counted, and told again. */
import type { PoolClient } from "../pool.ts";
import { entityKeyOf, recommendationDigestOf } from "./sync-canonical.ts";

/**
 * Finds recommendations that the city does not hold as they are, with nothing on the way. Writes a notice for each. What
 * the city rejected last stays rejected until it is changed. One statement, so it needs no lock against sealing or settling.
 *
 * @returns how many were found that no comparison has ordered to be told again; above 0 something wrote past the triggers.
 */
export async function sweepRecommendations(client: PoolClient, peerId: string): Promise<number> {
  const { rows } = await client.query<{ operation: string }>(
    `/* sync:sweep */ insert into sync_outbox (stream, entity_key, operation, origin)
     select 'recommendations', key, case when held = '' then 'REPAIR' else 'SWEEP' end, 'LOCAL' from (
       select coalesce(l.key, s.entity_key) as key, l.digest as live, s.digest as held from (
         select ${entityKeyOf("r")} as key, encode(${recommendationDigestOf("r")}, 'hex') as digest
         from recommendations r where r.state = 'PROPOSED') l
       full join (select entity_key, digest from sync_shadow
         where peer_id = $1 and stream = 'recommendations' and owner = 'DISTRICT') s on s.entity_key = l.key) both_sides
     where live is distinct from held
       and exists (select from sync_streams where peer_id = $1 and stream = 'recommendations')
       and not exists (select from sync_outbox o
         where o.stream = 'recommendations' and o.entity_key = key and o.batch_no is null)
       and not exists (select from sync_batch_items i join sync_batches b using (peer_id, stream, generation, batch_no)
         where i.peer_id = $1 and i.stream = 'recommendations' and i.entity_key = key
           and ((i.outcome is null and b.state <> 'PARKED') or i.outcome = 'deferred'
             or (i.outcome = 'rejected' and i.digest = live and not exists (select from sync_batch_items later
               where later.peer_id = $1 and later.stream = 'recommendations' and later.entity_key = key
                 and (later.generation, later.batch_no) > (i.generation, i.batch_no)))))
     order by key
     returning operation`,
    [peerId],
  );
  // A doubt of the shadow (doubtShadow) is an order: the city's own edit is no change that went past our triggers.
  const found = rows.filter(({ operation }) => operation === "SWEEP").length;
  await client.query(
    `/* sync:swept */ update sync_streams set uncaptured = uncaptured + $2, swept_at = now()
     where peer_id = $1 and stream = 'recommendations'`,
    [peerId, found],
  );
  return found;
}

/** Notices that were looked at say nothing any more: what became of them stands in the batches. */
export async function pruneNotices(client: PoolClient, keptDays: number): Promise<number> {
  const { rowCount } = await client.query(
    `/* sync:prune-notices */ delete from sync_outbox where id in (
       select id from sync_outbox where batch_no is not null and at < now() - make_interval(days => $1)
       order by id limit 50000)`,
    [keptDays],
  );
  return rowCount ?? 0;
}
