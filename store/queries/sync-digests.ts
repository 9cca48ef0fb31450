/** Range digests over the shadow (docs/city-protocol.md section 10): leaves in SQL, in the order of an index (0.15 s for 424,000). */
import type { Pool, PoolClient } from "../pool.ts";
import type { ShadowPlace } from "./sync-shadow.ts";

export interface BucketHash {
  readonly bucket: number;
  readonly n: number;
  readonly hash: Buffer;
}

export async function readBucketHashes(
  client: Pool | PoolClient,
  { peerId, stream }: ShadowPlace,
): Promise<readonly BucketHash[]> {
  const { rows } = await client.query<BucketHash>(
    `/* sync:bucket-hashes */ select bucket, count(*)::int as n,
       sha256('\\x00'::bytea || string_agg(decode(digest, 'hex'), ''::bytea order by entity_key collate "C")) as hash
     from sync_shadow where peer_id = $1 and stream = $2 group by bucket order by bucket`,
    [peerId, stream],
  );
  return rows;
}

export async function readBucketRecords(
  client: Pool | PoolClient,
  { peerId, stream }: ShadowPlace,
  buckets: readonly number[],
): Promise<readonly { readonly key: string; readonly digest: string }[]> {
  const { rows } = await client.query<{ key: string; digest: string }>(
    `/* sync:bucket-records */ select entity_key as key, digest from sync_shadow
     where peer_id = $1 and stream = $2 and bucket = any($3::smallint[]) order by entity_key collate "C"`,
    [peerId, stream, buckets],
  );
  return rows;
}
