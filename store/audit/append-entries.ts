/**
 * Adds events to the end of the audit's chain in one transaction under one lock, so that writers of several processes
 * take turns. Three round trips and one flush, whatever their number. Rejected: taking the next number without a lock
 * and trying again on a collision, by which a busy gateway starves every other writer.
 */
import type { AuditEvent } from "../../domain/audit-event.ts";
import type { Pool, PoolClient } from "../pool.ts";
import { type ChainedEntry, type DigestAlgorithm, digestOf, genesis } from "./entry-digest.ts";

/** Any number that nothing else in this database locks. */
const chainLock = 7_061;

interface Tail {
  readonly sequence: string;
  readonly digest: string;
  /** The database's clock, never before the entry in front: the order of numbers is the order of times. */
  readonly at: string;
}

const openChain = `/* audit:append */ begin;
set local lock_timeout = '3s';
set local statement_timeout = '5s';
select pg_advisory_xact_lock(${chainLock});
select coalesce(t.sequence, 0)::text as sequence, coalesce(t.digest, '${genesis}') as digest,
  to_char(greatest(clock_timestamp(), t.at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
from (select) one left join lateral (select sequence, digest, at from audit_entries order by sequence desc limit 1) t on true`;

const insert = `/* audit:append */
insert into audit_entries (sequence, at, actor, on_behalf_of, tier, purpose, category, action, outcome, operation_hash, fields,
  row_count, refused_fields, credit_codes, policy_version, request_id, details, previous_digest, digest)
select sequence, at, actor, "onBehalfOf", tier, purpose, category, action, outcome, "operationHash", fields,
  "rowCount", "refusedFields", "creditCodes", "policyVersion", "requestId", details, "previousDigest", digest
from jsonb_to_recordset($1::jsonb) as e (sequence bigint, at timestamptz, actor text, "onBehalfOf" text, tier text, purpose text,
  category text, action text, outcome text, "operationHash" text, fields text[], "rowCount" integer, "refusedFields" text[],
  "creditCodes" text[], "policyVersion" text, "requestId" text, details jsonb, "previousDigest" text, digest text)`;

/** Durable when it returns. @param pool of goldseed_worker, which may add and may not change. */
export async function appendEntries(
  pool: Pool,
  events: readonly AuditEvent[],
  algorithm: DigestAlgorithm,
): Promise<void> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const tail = await openedTail(client);
    await client.query(insert, [JSON.stringify(chained(events, tail, algorithm))]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** The last of several statements sent as one: each sees what was committed before it began. */
async function openedTail(client: PoolClient): Promise<Tail> {
  const results = (await client.query(openChain)) as unknown as readonly { rows: Tail[] }[];
  const tail = results.at(-1)?.rows[0];
  if (!tail) throw new Error("The audit's chain gave no end.");
  return tail;
}

function chained(
  events: readonly AuditEvent[],
  tail: Tail,
  algorithm: DigestAlgorithm,
): readonly (ChainedEntry & { digest: string })[] {
  let { sequence, digest: previousDigest } = tail;
  return events.map((event) => {
    sequence = String(BigInt(sequence) + 1n);
    const entry = { ...event, sequence, at: tail.at, previousDigest };
    const digest = digestOf(entry, algorithm);
    previousDigest = digest;
    return { ...entry, digest };
  });
}
