/**
 * Heads: the number and digest of the last entry, signed. A chain can be made anew by whoever owns the tables; a head
 * that has left the machine shows that it was.
 */
import type { Pool } from "../pool.ts";
import { type AuditKey, type AuditPublicKey, isSignedBy, signText } from "./audit-signature.ts";

export interface AuditHead {
  readonly sequence: string;
  readonly digest: string;
  /** ISO instant with milliseconds. */
  readonly signedAt: string;
  readonly signature: string;
}

const columns = `sequence::text as sequence, digest, to_char(signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "signedAt", signature`;

/** @returns null when nothing was added since the last head. */
export async function signHead(pool: Pool, key: AuditKey): Promise<AuditHead | null> {
  const { rows } = await pool.query<Omit<AuditHead, "signature">>(
    `/* audit:head */ select sequence::text as sequence, digest, to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "signedAt"
     from audit_entries where sequence = (select max(sequence) from audit_entries) and not exists(select from audit_heads h where h.sequence >= audit_entries.sequence)`,
  );
  const [unsigned] = rows;
  if (!unsigned) return null;
  const head = signedHead(unsigned, key);
  await pool.query(
    "/* audit:head */ insert into audit_heads (sequence, digest, signature, signed_at) values ($1, $2, $3, $4) on conflict do nothing",
    [head.sequence, head.digest, head.signature, head.signedAt],
  );
  return head;
}

export async function readHeads(pool: Pool): Promise<readonly AuditHead[]> {
  const { rows } = await pool.query<AuditHead>(
    `/* audit:heads */ select ${columns} from audit_heads order by audit_heads.sequence`,
  );
  return rows;
}

export function signedHead(head: Omit<AuditHead, "signature">, key: AuditKey): AuditHead {
  return { ...head, signature: signText(headText(head), key) };
}

export function isGenuineHead(head: AuditHead, key: AuditPublicKey): boolean {
  return isSignedBy(headText(head), head.signature, key);
}

function headText({ sequence, digest, signedAt }: Omit<AuditHead, "signature">): string {
  return `goldseed-audit-head-1\n${sequence}\n${digest}\n${signedAt}`;
}
