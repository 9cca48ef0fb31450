/** Batches and their items: written once, moved by the state machine alone, settled with the shadow in one transaction. */
import type { Pool, PoolClient } from "../pool.ts";
import type { ShadowPlace } from "./sync-shadow.ts";

export interface BatchPlace {
  readonly peerId: string;
  readonly stream: string;
  readonly generation: number;
  readonly batchNo: string;
}

export interface StoredBatch extends BatchPlace {
  readonly idempotencyKey: string;
  readonly body: Buffer;
  readonly bodyDigest: string;
  readonly state: string;
  readonly attempts: number;
  /** Null when it may be tried now. */
  readonly waitMs: number | null;
}

const batchColumns = `peer_id as "peerId", stream, generation, batch_no::text as "batchNo",
  idempotency_key as "idempotencyKey", body, body_digest as "bodyDigest", state, attempts,
  case when next_attempt_at > now() then ceil(extract(epoch from next_attempt_at - now()) * 1000)::int end as "waitMs"`;
const samePlace = "peer_id = $1 and stream = $2 and generation = $3 and batch_no = $4";

function placeOf({ peerId, stream, generation, batchNo }: BatchPlace): readonly unknown[] {
  return [peerId, stream, generation, batchNo];
}

export async function readBatchesIn(
  client: Pool | PoolClient,
  place: { readonly peerId: string; readonly stream: string },
  states: readonly string[],
): Promise<readonly StoredBatch[]> {
  const { rows } = await client.query<StoredBatch>(
    `/* sync:batches-in */ select ${batchColumns} from sync_batches
     where peer_id = $1 and stream = $2 and state = any($3) order by generation, batch_no`,
    [place.peerId, place.stream, states],
  );
  return rows;
}

/** The oldest of them but those `except`, by number; null when there is none. */
export async function readNextBatch(
  client: Pool | PoolClient,
  place: { readonly peerId: string; readonly stream: string },
  states: readonly string[],
  except: readonly string[],
): Promise<StoredBatch | null> {
  const { rows } = await client.query<StoredBatch>(
    `/* sync:next-batch */ select ${batchColumns} from sync_batches
     where peer_id = $1 and stream = $2 and state = any($3) and batch_no <> all($4)
     order by generation, batch_no limit 1`,
    [place.peerId, place.stream, states, except],
  );
  return rows[0] ?? null;
}

export async function countBatchesIn(
  client: Pool | PoolClient,
  place: { readonly peerId: string; readonly stream: string },
  states: readonly string[],
): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `/* sync:count-batches-in */ select count(*)::int as count from sync_batches
     where peer_id = $1 and stream = $2 and state = any($3)`,
    [place.peerId, place.stream, states],
  );
  return rows[0]?.count ?? 0;
}

export interface FoundBatch extends StoredBatch {
  /** Refused by the city in whole, and not replaced by halves or by a later generation. */
  readonly isDeadLetter: boolean;
}

/** By its idempotency key, locked. */
export async function readBatchByKey(
  client: PoolClient,
  peerId: string,
  batchKey: string,
): Promise<FoundBatch | null> {
  const { rows } = await client.query<FoundBatch>(
    `/* sync:batch-by-key */ select ${batchColumns}, exists (select from sync_batch_items i
       where (i.peer_id, i.stream, i.generation, i.batch_no) = (b.peer_id, b.stream, b.generation, b.batch_no)
         and i.outcome = 'rejected') as "isDeadLetter"
     from sync_batches b where peer_id = $1 and idempotency_key = $2 for update`,
    [peerId, batchKey],
  );
  return rows[0] ?? null;
}

/** The batch is to have its outcomes anew. */
export async function forgetOutcomes(client: PoolClient, place: BatchPlace): Promise<void> {
  await client.query(
    `/* sync:forget-outcomes */ update sync_batch_items set outcome = null, outcome_code = null, outcome_message = null
     where ${samePlace}`,
    [...placeOf(place)],
  );
}

/** The next number of the stream: contiguous, because it is taken in the transaction that writes the batch. */
export async function nextBatchNo(
  client: PoolClient,
  peerId: string,
  stream: string,
): Promise<string> {
  const { rows } = await client.query<{ no: string }>(
    `/* sync:next-batch-no */ update sync_streams set last_batch = last_batch + 1
     where peer_id = $1 and stream = $2 returning last_batch::text as no`,
    [peerId, stream],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`the stream "${stream}" of "${peerId}" has no row`);
  return row.no;
}

/** SHA-256 of the body of the stream's last batch in this generation, null for the first. */
export async function readLastBodyDigest(
  client: PoolClient,
  place: Omit<BatchPlace, "batchNo">,
): Promise<string | null> {
  const { rows } = await client.query<{ digest: string }>(
    `/* sync:last-body-digest */ select body_digest as digest from sync_batches
     where peer_id = $1 and stream = $2 and generation = $3 order by batch_no desc limit 1`,
    [place.peerId, place.stream, place.generation],
  );
  return rows[0]?.digest ?? null;
}

export interface NewBatch extends BatchPlace {
  readonly idempotencyKey: string;
  readonly body: Uint8Array;
  readonly bodyDigest: string;
  readonly previousDigest: string | null;
  readonly items: readonly NewBatchItem[];
}

export interface NewBatchItem {
  readonly entityKey: string;
  readonly entityVersion: string;
  readonly record: object;
  readonly digest: string;
}

export async function insertBatch(client: PoolClient, batch: NewBatch): Promise<void> {
  const { idempotencyKey, body, bodyDigest, previousDigest } = batch;
  await client.query(
    `/* sync:insert-batch */ insert into sync_batches (peer_id, stream, generation, batch_no, idempotency_key, body,
       body_digest, previous_digest, state) values ($1, $2, $3, $4, $5, $6, $7, $8, 'SEALED')`,
    [...placeOf(batch), idempotencyKey, body, bodyDigest, previousDigest],
  );
  await client.query(
    `/* sync:insert-items */ insert into sync_batch_items (peer_id, stream, generation, batch_no, entity_key,
       entity_version, record, digest)
     select $1, $2, $3, $4, "entityKey", "entityVersion", record, digest
     from jsonb_to_recordset($5) as r("entityKey" text, "entityVersion" bigint, record jsonb, digest text)`,
    [...placeOf(batch), JSON.stringify(batch.items)],
  );
}

export interface Move {
  readonly from: string;
  readonly to: string;
  readonly error?: string | null;
  /** Not to be tried again before this time has passed. */
  readonly waitMs?: number;
}

/** @returns false when the batch was not in `from` any more: somebody else has moved it, and this move is void. */
export async function moveBatch(
  client: Pool | PoolClient,
  place: BatchPlace,
  move: Move,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `/* sync:move-batch */ update sync_batches set state = $6,
       attempts = attempts + case when $6 = 'SENDING' then 1 else 0 end,
       last_error = $7, next_attempt_at = now() + make_interval(secs => $8 / 1000.0),
       finished_at = case when $6 in ('ACKED', 'PARKED') then now() end
     where ${samePlace} and state = $5`,
    [...placeOf(place), move.from, move.to, move.error ?? null, move.waitMs ?? null],
  );
  return rowCount === 1;
}

export interface ItemOutcomeRow {
  readonly entityKey: string;
  readonly outcome: string;
  readonly code: string | null;
  readonly message: string | null;
}

/** Writes outcomes on the items, and what the city said on the recommendations themselves. */
export async function writeOutcomes(
  client: PoolClient,
  place: BatchPlace,
  outcomes: readonly ItemOutcomeRow[],
): Promise<void> {
  await client.query(
    `/* sync:write-outcomes */ update sync_batch_items i set outcome = o.outcome, outcome_code = o.code,
       outcome_message = o.message
     from jsonb_to_recordset($5) as o("entityKey" text, outcome text, code text, message text)
     where i.${samePlace.replaceAll(" and ", " and i.")} and i.entity_key = o."entityKey"`,
    [...placeOf(place), JSON.stringify(outcomes)],
  );
  await client.query("select set_config('goldseed.sync_origin', 'CITY', true)");
  await client.query(
    `/* sync:tell-recommendations */ update recommendations r set city_outcome = o.outcome,
       city_reason = nullif(concat_ws(': ', o.code, o.message), '')
     from (select upper(outcome) as outcome, code, message, split_part("entityKey", '|', 1) as credit_code,
         split_part("entityKey", '|', 2) as kind, split_part("entityKey", '|', 3) as batch
       from jsonb_to_recordset($1) as x("entityKey" text, outcome text, code text, message text)
       where outcome in ('applied', 'unchanged', 'rejected', 'deferred')) o
     where r.credit_code = o.credit_code and r.kind = o.kind and r.batch = o.batch`,
    [JSON.stringify(outcomes)],
  );
}

/** Entities of a batch whose outcome the city has put off. */
export async function readDeferredKeys(
  client: Pool | PoolClient,
  place: BatchPlace,
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ key: string }>(
    `/* sync:deferred-keys */ select entity_key as key from sync_batch_items
     where ${samePlace} and outcome = 'deferred'`,
    [...placeOf(place)],
  );
  return new Set(rows.map((row) => row.key));
}

export interface HeldItem {
  readonly entityKey: string;
  readonly record: object;
  readonly digest: string;
  readonly version: string;
}

/** The city now holds these records of ours. An older version never replaces a newer one. */
export async function shadowHeld(
  client: PoolClient,
  place: ShadowPlace,
  items: readonly HeldItem[],
): Promise<void> {
  await client.query(
    `/* sync:shadow-held */ insert into sync_shadow as s (peer_id, stream, entity_key, owner, record, digest, version, updated_at)
     select $1, $2, "entityKey", 'DISTRICT', record, digest, version, now()
     from jsonb_to_recordset($3) as r("entityKey" text, record jsonb, digest text, version bigint)
     on conflict (peer_id, stream, entity_key, owner) do update set record = excluded.record,
       digest = excluded.digest, version = excluded.version, updated_at = excluded.updated_at
     where s.version <= excluded.version`,
    [place.peerId, place.stream, JSON.stringify(items)],
  );
  await client.query(
    `/* sync:untomb */ delete from sync_tombstones where peer_id = $1 and stream = $2 and entity_key = any($3)`,
    [place.peerId, place.stream, items.map((item) => item.entityKey)],
  );
}

/** The city holds these no more; the tombstone keeps their last content. */
export async function shadowWithdrawn(
  client: PoolClient,
  place: ShadowPlace,
  keys: readonly string[],
): Promise<void> {
  await client.query(
    `/* sync:shadow-withdrawn */ with gone as (
       delete from sync_shadow where peer_id = $1 and stream = $2 and entity_key = any($3) returning entity_key, record)
     insert into sync_tombstones (peer_id, stream, entity_key, record, reason)
     select $1, $2, entity_key, record, 'WITHDRAWN' from gone
     on conflict (peer_id, stream, entity_key) do update set record = excluded.record, removed_at = now()`,
    [place.peerId, place.stream, keys],
  );
}
