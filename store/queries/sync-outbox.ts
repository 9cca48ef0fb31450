/** Notices of change and the content they stand for: what the sealer reads, and all of it in its transaction. */
import type { Pool, PoolClient } from "../pool.ts";

/** False while another transaction seals this stream. Falls with the transaction. */
export async function lockSealing(
  client: PoolClient,
  peerId: string,
  stream: string,
): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    "/* sync:lock-sealing */ select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as taken",
    [`goldseed:seal:${peerId}:${stream}`],
  );
  return rows[0]?.taken === true;
}

/** Id of the stream's newest notice that waits, "0" without one. */
export async function readNewestNotice(pool: Pool, stream: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `/* sync:newest-notice */ select coalesce(max(id), 0)::text as id from sync_outbox
     where stream = $1 and batch_no is null`,
    [stream],
  );
  return rows[0]?.id ?? "0";
}

/** Notices of one entity. */
export interface TakenNotices {
  readonly key: string;
  readonly ids: readonly string[];
}

/**
 * Entities whose notices keep: they wait for a decision, or for the outcome of an item that is under way. Without the
 * latter a change and its undoing could pass each other: what the city holds is not known until the item is settled.
 */
async function readWaitingKeys(
  client: PoolClient,
  { peerId, stream }: { readonly peerId: string; readonly stream: string },
): Promise<readonly string[]> {
  const { rows } = await client.query<{ key: string }>(
    `/* sync:waiting-keys */ select entity_key as key from sync_conflicts
     where peer_id = $1 and stream = $2 and state = 'OPEN'
     union select i.entity_key from sync_batches b
     join sync_batch_items i using (peer_id, stream, generation, batch_no)
     where b.peer_id = $1 and b.stream = $2 and (b.state in ('SEALED', 'SENDING', 'IN_DOUBT')
       or (b.state = 'PARTIALLY_ACKED' and i.outcome = 'deferred'))`,
    [peerId, stream],
  );
  return rows.map((row) => row.key);
}

/**
 * Up to `limit` visible notices in order of id, leaving out entities that wait. Ids are in order per entity, because each
 * is drawn while its row is locked; a cursor over ids or transaction numbers would lose or invert what commits late
 * (sync/SPEC.md). Nobody else touches them: the caller holds the sealing, and gives each to a batch in its transaction.
 *
 * @param until the newest notice that is taken; null takes whatever there is.
 * @returns the entities in order of their first notice, each with its notices.
 */
export async function takeNotices(
  client: PoolClient,
  place: { readonly peerId: string; readonly stream: string },
  limit: number,
  until: string | null = null,
): Promise<readonly TakenNotices[]> {
  const waiting = await readWaitingKeys(client, place);
  // The waiting keys as a list and not as a join: few, and the index in order of id must lead (1.8 s against 20 ms).
  const { rows } = await client.query<TakenNotices>(
    `/* sync:take-notices */ with picked as (
       select id, entity_key from sync_outbox where stream = $1 and batch_no is null and entity_key <> all($2)
         and ($4::bigint is null or id <= $4)
       order by id limit $3)
     select entity_key as key, array_agg(id::text) as ids from picked group by entity_key order by min(id)`,
    [place.stream, waiting, limit, until],
  );
  return rows;
}

/** Gives notices that were taken to their batch; 0 for those that say nothing new. */
export async function assignNotices(
  client: PoolClient,
  notices: readonly TakenNotices[],
  batchNo: string,
): Promise<void> {
  if (notices.length === 0) return;
  await client.query(
    "/* sync:assign-notices */ update sync_outbox set batch_no = $2 where id = any($1::bigint[])",
    [notices.flatMap(({ ids }) => ids), batchNo],
  );
}

export interface LiveRecommendation {
  readonly key: string;
  readonly creditCode: string;
  readonly kind: string;
  readonly batch: string;
  readonly name: string;
  readonly townCode: string | null;
  readonly recommendedOn: string;
  readonly reason: string | null;
  readonly state: "PROPOSED" | "WITHDRAWN";
}

/** The present content of these recommendations; one that is gone is left out. */
export async function readRecommendations(
  client: PoolClient,
  keys: readonly string[],
): Promise<readonly LiveRecommendation[]> {
  const { rows } = await client.query<LiveRecommendation>(
    `/* sync:read-recommendations */ select k.key, r.credit_code as "creditCode", r.kind, r.batch,
       coalesce(e.name, r.credit_code) as name, r.town_code as "townCode",
       r.recommended_on::text as "recommendedOn", r.reason, r.state
     from unnest($1::text[]) as k(key)
     join recommendations r on r.credit_code = split_part(k.key, '|', 1) and r.kind = split_part(k.key, '|', 2)
       and r.batch = split_part(k.key, '|', 3)
     left join enterprises e on e.credit_code = r.credit_code`,
    [keys],
  );
  return rows;
}
