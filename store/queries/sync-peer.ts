/** The other side as we know it: what it offers, our generation towards it, and its streams. */
import type { Pool, PoolClient } from "../pool.ts";

export interface Peer {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  /** Ours; rises when either side's data went back in time. */
  readonly generation: number;
  /** The platform's own, null before the first exchange. */
  readonly theirGeneration: string | null;
}

const columns = `id, name, level, generation, capabilities->>'generation' as "theirGeneration"`;

/** Locks the peer: generations and the ledger's chain change one after another. */
export async function lockPeer(client: PoolClient, peerId: string): Promise<Peer | null> {
  const { rows } = await client.query<Peer>(
    `/* sync:lock-peer */ select ${columns} from sync_peers where id = $1 for update`,
    [peerId],
  );
  return rows[0] ?? null;
}

export interface PeerSighting {
  readonly peerId: string;
  readonly name: string;
  readonly level: string;
  readonly capabilities: object;
}

/** Writes down what the platform said of itself, and makes its two streams. */
export async function recordSighting(client: PoolClient, sighting: PeerSighting): Promise<void> {
  const { peerId, name, level, capabilities } = sighting;
  await client.query(
    `/* sync:sight-peer */ insert into sync_peers (id, name, level, capabilities, seen_at)
     values ($1, $2, $3, $4, now())
     on conflict (id) do update set name = excluded.name, level = excluded.level,
       capabilities = excluded.capabilities, seen_at = excluded.seen_at, breaker_state = 'CLOSED', breaker_until = null`,
    [peerId, name, level, JSON.stringify(capabilities)],
  );
  await client.query(
    `/* sync:make-streams */ insert into sync_streams (peer_id, stream, direction)
     values ($1, 'titles', 'PULL'), ($1, 'recommendations', 'PUSH') on conflict do nothing`,
    [peerId],
  );
}

/** The platform was away or refused us: it is left alone for a while, by the next process too. */
export async function markPeerAway(pool: Pool, peerId: string, restS: number): Promise<void> {
  await pool.query(
    `/* sync:mark-away */ update sync_peers set breaker_state = 'OPEN',
       breaker_until = now() + make_interval(secs => $2) where id = $1`,
    [peerId, restS],
  );
}

/** Ours towards that peer, as it stands now. */
export async function readGeneration(pool: Pool, peerId: string): Promise<number> {
  const { rows } = await pool.query<{ generation: number }>(
    "/* sync:generation */ select generation from sync_peers where id = $1",
    [peerId],
  );
  return rows[0]?.generation ?? 1;
}

/** Seconds until the platform may be asked again; 0 for now. */
export async function readPeerRest(pool: Pool, peerId: string): Promise<number> {
  const { rows } = await pool.query<{ rest: number }>(
    `/* sync:peer-rest */ select ceil(extract(epoch from breaker_until - now()))::int as rest from sync_peers
     where id = $1 and breaker_state = 'OPEN' and breaker_until > now()`,
    [peerId],
  );
  return rows[0]?.rest ?? 0;
}

/**
 * Begins a new generation: the city may have lost what it acknowledged, or we what we sealed. Everything ours is told
 * again, everything theirs is read again; what the shadow says stays only as the content of withdrawals.
 */
export async function beginGeneration(client: PoolClient, peerId: string): Promise<number> {
  const { rows } = await client.query<{ generation: number }>(
    "/* sync:begin-generation */ update sync_peers set generation = generation + 1 where id = $1 returning generation",
    [peerId],
  );
  await client.query(
    `/* sync:forget-cursor */ update sync_streams set cursor = null,
       last_batch = case stream when 'recommendations' then 0 else last_batch end where peer_id = $1`,
    [peerId],
  );
  await client.query(
    `/* sync:doubt-shadow */ insert into sync_shadow (peer_id, stream, entity_key, owner, record, digest, version)
     select peer_id, stream, entity_key, 'DISTRICT', record, '', 0 from sync_tombstones
     where peer_id = $1 and stream = 'recommendations' on conflict do nothing`,
    [peerId],
  );
  await client.query(
    `/* sync:doubt-shadow-versions */ update sync_shadow set version = 0,
       digest = case stream when 'recommendations' then '' else digest end where peer_id = $1`,
    [peerId],
  );
  await client.query(
    `/* sync:tell-all-again */ insert into sync_outbox (stream, entity_key, operation, origin)
     select 'recommendations', entity_key, 'AGAIN', 'LOCAL' from (
       select credit_code || '|' || kind || '|' || batch as entity_key from recommendations
       union select entity_key from sync_shadow where peer_id = $1 and stream = 'recommendations') keys
     order by entity_key`,
    [peerId],
  );
  return rows[0]?.generation ?? 0;
}

export interface Stream {
  readonly cursor: string | null;
  readonly lastBatch: string;
}

export async function readStream(
  client: Pool | PoolClient,
  peerId: string,
  stream: string,
): Promise<Stream> {
  const { rows } = await client.query<Stream>(
    `/* sync:read-stream */ select cursor, last_batch::text as "lastBatch" from sync_streams
     where peer_id = $1 and stream = $2`,
    [peerId, stream],
  );
  return rows[0] ?? { cursor: null, lastBatch: "0" };
}

export async function moveCursor(
  client: Pool | PoolClient,
  peerId: string,
  cursor: string | null,
): Promise<void> {
  await client.query(
    "/* sync:move-cursor */ update sync_streams set cursor = $2 where peer_id = $1 and stream = 'titles'",
    [peerId, cursor],
  );
}

export async function markStreamComplete(
  client: Pool | PoolClient,
  peerId: string,
  stream: string,
): Promise<void> {
  await client.query(
    "/* sync:complete-stream */ update sync_streams set completed_at = now() where peer_id = $1 and stream = $2",
    [peerId, stream],
  );
}
