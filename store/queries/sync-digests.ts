/** Range digests over the shadow (docs/city-protocol.md section 10): leaves in SQL, about 100 ms for 100,000 records. */
import type { Pool, PoolClient } from "../pool.ts";
import { bucketOf } from "./sync-canonical.ts";
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
     from (select entity_key, digest, ${bucketOf("entity_key")} as bucket from sync_shadow
       where peer_id = $1 and stream = $2) records
     group by bucket order by bucket`,
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
     where peer_id = $1 and stream = $2 and ${bucketOf("entity_key")} = any($3) order by entity_key collate "C"`,
    [peerId, stream, buckets],
  );
  return rows;
}
