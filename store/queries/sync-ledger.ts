/** The chain over the ledger of exchanges: how a closed run is sealed, and what a whole chain looks like when it is read. */
import { createHash } from "node:crypto";

import type { Pool, PoolClient } from "../pool.ts";

/** What the digest of a run covers, as text: PostgreSQL and Node must not disagree about the form of a moment. */
export interface LedgerRow {
  readonly id: string;
  readonly peerId: string;
  readonly direction: string;
  readonly stream: string;
  readonly state: string;
  readonly startedAt: string;
  /** read, applied, unchanged, rejected, quarantined, deferred. */
  readonly counts: readonly number[];
  readonly failure: string | null;
  readonly previousDigest: string | null;
}

/** Of the second form, marked by its prefix; runs closed before it were sealed without peer, direction, stream and moment. */
export function ledgerDigest(row: LedgerRow): string {
  const { id, peerId, direction, stream, state, startedAt, counts, failure, previousDigest } = row;
  const covered = [previousDigest, peerId, id, direction, stream, startedAt, state, ...counts];
  return `2:${sha256([...covered, failure])}`;
}

export function firstFormDigest({ id, state, counts, failure, previousDigest }: LedgerRow): string {
  return sha256([previousDigest, id, state, ...counts, failure]);
}

function sha256(covered: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(covered)).digest("hex");
}

const startedAt = `to_char(r.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** A run that is about to be closed, and what it will follow. The caller holds the peer's lock. */
export async function readLinkToClose(
  client: PoolClient,
  runId: string,
): Promise<Omit<LedgerRow, "state" | "counts" | "failure"> | null> {
  const { rows } = await client.query<Omit<LedgerRow, "state" | "counts" | "failure">>(
    `/* sync:link-to-close */ select r.id, r.peer_id as "peerId", r.direction, r.stream, ${startedAt} as "startedAt",
       p.ledger_head as "previousDigest"
     from sync_runs r join sync_peers p on p.id = r.peer_id where r.id = $1 and r.state = 'RUNNING'`,
    [runId],
  );
  return rows[0] ?? null;
}

export async function moveLedgerHead(
  client: PoolClient,
  peerId: string,
  digest: string,
): Promise<void> {
  await client.query(
    "/* sync:ledger-head */ update sync_peers set ledger_head = $2, ledger_length = ledger_length + 1 where id = $1",
    [peerId, digest],
  );
}

/** Where the ledger stood at a moment: how many runs were closed, and the digest of the last. */
export interface LedgerMark {
  readonly length: number;
  readonly head: string | null;
}

export async function readLedgerMark(
  client: Pool | PoolClient,
  peerId: string,
): Promise<LedgerMark> {
  const { rows } = await client.query<LedgerMark>(
    "/* sync:ledger-mark */ select ledger_length as length, ledger_head as head from sync_peers where id = $1",
    [peerId],
  );
  return rows[0] ?? { length: 0, head: null };
}

export interface StoredLedger extends LedgerMark {
  /** What receipts say of where it stood when they were made. */
  readonly marks: readonly (LedgerMark & { readonly receipt: string })[];
  /** Closed runs in no particular order: their order is what the chain says. */
  readonly rows: readonly (LedgerRow & { readonly digest: string | null })[];
}

export async function readLedger(pool: Pool, peerId: string): Promise<StoredLedger> {
  const { rows } = await pool.query<StoredLedger>(
    `/* sync:ledger */ select p.ledger_head as head, p.ledger_length as length, coalesce((select jsonb_agg(
       jsonb_build_object('id', r.id, 'peerId', r.peer_id, 'direction', r.direction, 'stream', r.stream,
         'state', r.state, 'startedAt', ${startedAt},
         'counts', jsonb_build_array(r.read, r.applied, r.unchanged, r.rejected, r.quarantined, r.deferred),
         'failure', r.failure, 'previousDigest', r.previous_digest, 'digest', r.digest))
       from sync_runs r where r.peer_id = p.id and r.state <> 'RUNNING'), '[]') as rows, coalesce((select jsonb_agg(
       jsonb_build_object('receipt', a.id, 'head', a.ledger_head, 'length', a.ledger_length) order by a.obtained_at)
       from agreement_receipts a where a.peer_id = p.id and a.ledger_length is not null), '[]') as marks
     from sync_peers p where p.id = $1`,
    [peerId],
  );
  return rows[0] ?? { head: null, length: 0, rows: [], marks: [] };
}
