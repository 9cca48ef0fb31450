/** What can be proven of the exchange's own tables without asking the city: bytes as sealed, digests as the content. */
import type { Pool } from "../pool.ts";
import { recommendationDigestOf, titleDigestOf } from "./sync-canonical.ts";

/** Batches whose bytes are not those that were sealed, or whose predecessor is not the one that they name. */
export async function readSpoiledBatches(pool: Pool, peerId: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ key: string }>(
    `/* sync:spoiled-batches */ select idempotency_key as key from (
       select idempotency_key, body, body_digest, previous_digest, lag(body_digest) over (
         partition by stream, generation order by batch_no) as before
       from sync_batches where peer_id = $1) b
     where encode(sha256(body), 'hex') <> body_digest or previous_digest is distinct from before order by 1`,
    [peerId],
  );
  return rows.map(({ key }) => key);
}

const content = {
  titles: `(select r->>'creditCode' as credit_code, r->>'kind' as kind, r->>'batch' as batch, r->>'level' as level,
    r->>'validFrom' as valid_from, r->>'validTo' as valid_to, r->>'status' as status,
    r->>'certificateNo' as certificate_no)`,
  recommendations: `(select r->>'creditCode' as credit_code, r->>'kind' as kind, r->>'batch' as batch,
    r->>'townCode' as town_code, r->>'recommendedOn' as recommended_on, r->>'reason' as reason)`,
} as const;
const digests = { titles: titleDigestOf("c"), recommendations: recommendationDigestOf("c") };

/** Records of the shadow whose digest is not that of their content: a comparison over them would prove nothing. */
export async function readSpoiledShadow(
  pool: Pool,
  peerId: string,
  stream: keyof typeof content,
): Promise<readonly string[]> {
  const { rows } = await pool.query<{ key: string }>(
    `/* sync:spoiled-shadow */ select s.entity_key as key
     from (select entity_key, digest, record as r from sync_shadow
       where peer_id = $1 and stream = $2 and record is not null and digest <> '') s
     cross join lateral ${content[stream]} c
     where encode(${digests[stream]}, 'hex') <> s.digest order by s.entity_key`,
    [peerId, stream],
  );
  return rows.map(({ key }) => key);
}

export interface StoredReceipt {
  readonly id: string;
  readonly stream: string;
  readonly level: string;
  readonly agreed: boolean;
  readonly ourRoot: string;
  readonly theirRoot: string | null;
  readonly recordCount: number;
  readonly differences: { readonly count: number; readonly records: readonly object[] } | null;
  readonly ourSignature: string | null;
  readonly theirSignature: string | null;
  readonly roundTrips: number;
  readonly bytesExchanged: string;
  readonly obtainedAt: string;
}

/** Newest first; one by its id, or the newest of each stream when neither id nor limit asks for more. */
export async function readReceipts(
  pool: Pool,
  peerId: string,
  asked: { readonly id: string | null; readonly limit: number },
): Promise<readonly StoredReceipt[]> {
  const { rows } = await pool.query<StoredReceipt>(
    `/* sync:receipts */ select id, stream, level, agreed, our_root as "ourRoot", their_root as "theirRoot",
       record_count as "recordCount", differences, our_signature as "ourSignature",
       their_signature as "theirSignature", round_trips as "roundTrips", bytes_exchanged::text as "bytesExchanged",
       to_char(obtained_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "obtainedAt"
     from agreement_receipts where peer_id = $1 and ($2::text is null or id::text = $2)
     order by obtained_at desc, id limit $3`,
    [peerId, asked.id, asked.limit],
  );
  return rows;
}

/** Keys by which the city signs its statements, as it told them last. */
export async function readStatementKeys(
  pool: Pool,
  peerId: string,
): Promise<readonly { readonly keyId: string; readonly publicKey: string }[]> {
  const { rows } = await pool.query<{ keys: { keyId: string; publicKey: string }[] | null }>(
    "/* sync:statement-keys */ select capabilities->'statementKeys' as keys from sync_peers where id = $1",
    [peerId],
  );
  return rows[0]?.keys ?? [];
}
