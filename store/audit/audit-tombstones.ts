/** Tombstones stand for entries that were taken out when their time of keeping was over; the chain goes on through them. */
import type { Pool } from "../pool.ts";
import { type AuditKey, type AuditPublicKey, isSignedBy, signText } from "./audit-signature.ts";

export interface AuditTombstone {
  readonly fromSequence: string;
  readonly toSequence: string;
  /** Of the first entry taken out. */
  readonly previousDigest: string;
  /** Of the last entry taken out. */
  readonly digest: string;
  readonly prunedAt: string;
  readonly signature: string;
}

export async function readTombstones(pool: Pool): Promise<readonly AuditTombstone[]> {
  const { rows } = await pool.query<AuditTombstone>(
    `/* audit:tombstones */ select from_sequence::text as "fromSequence", to_sequence::text as "toSequence", previous_digest as "previousDigest", digest,
       to_char(pruned_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "prunedAt", signature from audit_tombstones order by from_sequence`,
  );
  return rows;
}

export function signTombstone(
  tombstone: Omit<AuditTombstone, "signature">,
  key: AuditKey,
): AuditTombstone {
  return { ...tombstone, signature: signText(tombstoneText(tombstone), key) };
}

export function isGenuineTombstone(tombstone: AuditTombstone, key: AuditPublicKey): boolean {
  return isSignedBy(tombstoneText(tombstone), tombstone.signature, key);
}

function tombstoneText(tombstone: Omit<AuditTombstone, "signature">): string {
  const { fromSequence, toSequence, previousDigest, digest, prunedAt } = tombstone;
  return `goldseed-audit-tombstone-1\n${fromSequence}\n${toSequence}\n${previousDigest}\n${digest}\n${prunedAt}`;
}
