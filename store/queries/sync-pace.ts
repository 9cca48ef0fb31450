/** How large batches may be while the peer asks for patience: halved at once, raised slowly (docs/decisions/0225). */
import type { Pool, PoolClient } from "../pool.ts";

export interface PacePlace {
  readonly peerId: string;
  readonly stream: string;
}

/** Batches without complaint before the size is raised again, and by how much. */
const cleanBatches = 20;
const step = 50;

/** @returns most records in the next batch, at most `limit`. */
export async function readBatchItems(
  client: PoolClient,
  { peerId, stream }: PacePlace,
  limit: number,
): Promise<number> {
  const { rows } = await client.query<{ items: number }>(
    `/* sync:batch-items */ select least(batch_items, $3::int) as items from sync_streams
     where peer_id = $1 and stream = $2`,
    [peerId, stream, limit],
  );
  return rows[0]?.items ?? limit;
}

/** @param limit what binds while nobody has asked for patience. */
export async function halveBatchItems(
  client: Pool | PoolClient,
  { peerId, stream }: PacePlace,
  limit: number,
): Promise<void> {
  await client.query(
    `/* sync:halve-batch-items */ update sync_streams set clean_batches = 0,
       batch_items = greatest(1, least(batch_items, $3::int) / 2) where peer_id = $1 and stream = $2`,
    [peerId, stream, limit],
  );
}

/** Writes nothing while the peer has no complaint. */
export async function noteCleanBatch(
  client: PoolClient,
  { peerId, stream }: PacePlace,
  limit: number,
): Promise<void> {
  await client.query(
    `/* sync:note-clean-batch */ update sync_streams set clean_batches = (clean_batches + 1) % $4,
       batch_items = case when clean_batches + 1 < $4 then batch_items
         when batch_items + $5 < $3::int then batch_items + $5 end
     where peer_id = $1 and stream = $2 and batch_items is not null`,
    [peerId, stream, limit, cleanBatches, step],
  );
}
