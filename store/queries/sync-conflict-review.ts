/** Questions of the exchange as an officer reads and answers them. */
import { asInbound } from "../as-inbound.ts";
import { channels, notify } from "../notify.ts";
import type { Pool, PoolClient } from "../pool.ts";

export interface ReviewedConflict {
  readonly id: string;
  readonly peerId: string;
  readonly stream: string;
  readonly key: string;
  readonly field: string | null;
  readonly kind: string;
  /** What both sides agreed on last; null when there was no such moment. */
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
  readonly state: "OPEN" | "DECIDED";
  readonly reason: string | null;
  readonly openedAt: string;
  readonly decidedAt: string | null;
  /** RULE, or the subject of the officer. */
  readonly decidedBy: string | null;
  readonly decision: string | null;
  readonly note: string | null;
}

const iso = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columns = `id, peer_id as "peerId", stream, entity_key as key, field, kind, base_value as base, our_value as ours,
  their_value as theirs, state, reason, ${iso("opened_at")} as "openedAt", ${iso("decided_at")} as "decidedAt",
  decided_by as "decidedBy", decision, note`;

export interface ConflictFilter {
  readonly peerId: string;
  readonly state: "OPEN" | "DECIDED" | null;
  /** Of one record; null for all. */
  readonly key: string | null;
  readonly limit: number;
}

/** Newest first. With a key it is the history of that record. */
export async function readConflicts(
  pool: Pool,
  { peerId, state, key, limit }: ConflictFilter,
): Promise<readonly ReviewedConflict[]> {
  const { rows } = await pool.query<ReviewedConflict>(
    `/* sync:read-conflicts */ select ${columns} from sync_conflicts
     where peer_id = $1 and ($2::text is null or state = $2) and ($3::text is null or entity_key = $3)
     order by opened_at desc, id limit $4`,
    [peerId, state, key, limit],
  );
  return rows;
}

/** Locked, so that two officers do not answer it twice. */
export async function lockConflict(
  client: PoolClient,
  id: string,
): Promise<ReviewedConflict | null> {
  const { rows } = await client.query<ReviewedConflict>(
    `/* sync:lock-conflict */ select ${columns} from sync_conflicts where id::text = $1 for update`,
    [id],
  );
  return rows[0] ?? null;
}

export async function writeDecision(
  client: PoolClient,
  id: string,
  answer: { readonly decision: string; readonly decidedBy: string; readonly note: string | null },
): Promise<void> {
  await client.query(
    `/* sync:write-decision */ update sync_conflicts set state = 'DECIDED', decided_at = now(), decision = $2,
       decided_by = $3, note = $4 where id = $1`,
    [id, answer.decision, answer.decidedBy, answer.note],
  );
  await notify(client, channels.syncConflicts, [id]);
}

/** How often the rule undid the city's writes to one record of ours in the last thirty days. */
export async function countForeignWrites(
  client: PoolClient,
  place: { readonly peerId: string; readonly stream: string },
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ key: string; writes: number }>(
    `/* sync:count-foreign-writes */ select entity_key as key, count(*)::int as writes from sync_conflicts
     where peer_id = $1 and stream = $2 and entity_key = any($3) and kind = 'FOREIGN_WRITE'
       and opened_at > now() - interval '30 days' and opened_at > coalesce((select max(decided_at) from sync_conflicts d
         where d.peer_id = $1 and d.stream = $2 and d.entity_key = sync_conflicts.entity_key and d.decided_by <> 'RULE'),
         '-infinity')
     group by entity_key`,
    [place.peerId, place.stream, keys],
  );
  return new Map(rows.map(({ key, writes }) => [key, writes]));
}

/** Tells the city of a record anew, as the change that a decision is. */
export async function noticeDecision(
  client: PoolClient,
  stream: string,
  key: string,
): Promise<void> {
  await client.query(
    `/* sync:notice-decision */ insert into sync_outbox (stream, entity_key, operation, origin)
     values ($1, $2, 'DECISION', 'LOCAL')`,
    [stream, key],
  );
}

export interface AdoptedRecommendation {
  readonly creditCode: string;
  readonly kind: string;
  readonly batch: string;
  readonly recommendedOn: string;
  readonly reason: string | null;
}

/** Takes over what the city wrote into a recommendation of ours; the town stays that of the enterprise. */
export async function adoptRecommendation(
  client: PoolClient,
  record: AdoptedRecommendation,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `/* sync:adopt-recommendation */ update recommendations set reason = $4, recommended_on = $5, version = version + 1,
       updated_at = now() where credit_code = $1 and kind = $2 and batch = $3`,
    [record.creditCode, record.kind, record.batch, record.reason, record.recommendedOn],
  );
  return rowCount === 1;
}

/** Makes a grant of our own the city's, so that its record can be written over it. */
export async function releaseGrant(client: PoolClient, key: string): Promise<void> {
  await asInbound(client, () =>
    client.query(
      `/* sync:release-grant */ update titles set origin = 'CITY', version = version + 1, updated_at = now()
     where credit_code = split_part($1, '|', 1) and kind = split_part($1, '|', 2) and batch = split_part($1, '|', 3)`,
      [key],
    ),
  );
}
