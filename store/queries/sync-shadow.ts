/** What the other side is known to hold. */
import type { Pool, PoolClient } from "../pool.ts";

export interface ShadowRow {
  readonly key: string;
  readonly record: Readonly<Record<string, unknown>> | null;
  readonly digest: string;
  readonly version: string;
}

export interface ShadowPlace {
  readonly peerId: string;
  readonly stream: string;
}

export async function readShadow(
  client: Pool | PoolClient,
  place: ShadowPlace,
  keys: readonly string[],
): Promise<ReadonlyMap<string, ShadowRow>> {
  const { rows } = await client.query<ShadowRow>(
    `/* sync:read-shadow */ select entity_key as key, record, digest, version::text as version from sync_shadow
     where peer_id = $1 and stream = $2 and entity_key = any($3)`,
    [place.peerId, place.stream, keys],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** Marks records whose content at the city is not what we thought: they are told again whatever their digest. */
export async function doubtShadow(
  client: PoolClient,
  place: ShadowPlace,
  keys: readonly string[],
): Promise<void> {
  await client.query(
    "/* sync:doubt-records */ update sync_shadow set digest = '' where peer_id = $1 and stream = $2 and entity_key = any($3)",
    [place.peerId, place.stream, keys],
  );
}
