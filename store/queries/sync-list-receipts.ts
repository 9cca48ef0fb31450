/** Receipts for the city's lists: which runs owe one, what each has to say, and whether it lies there yet. */
import type { Pool, PoolClient } from "../pool.ts";

/** A closed pull of a list that came as a parcel of the city's, for which no receipt has been made. */
export interface OwedReceipt {
  readonly runId: string;
  readonly state: "TAKEN" | "HELD" | "REFUSED";
  readonly reason: string | null;
  /** Name and manifest's digest of the list. */
  readonly list: string;
  readonly listDigest: string;
  /** When the run was closed. */
  readonly receivedAt: string;
  readonly read: number;
  readonly applied: number;
  readonly unchanged: number;
  readonly quarantined: number;
}

/** What an officer of ours vouched for is left out: the city sent no parcel, and nobody there looks for a receipt. */
export async function readOwedReceipts(
  client: Pool | PoolClient,
  peerId: string,
): Promise<readonly OwedReceipt[]> {
  const { rows } = await client.query<OwedReceipt>(
    `/* sync:owed-list-receipts */ with closed as (
       select * from sync_runs r where peer_id = $1 and direction = 'PULL' and stream = 'titles' and state <> 'RUNNING'
         and not exists (select from sync_list_receipts l where l.run_id = r.id)),
     told as (
       select c.*, case c.state when 'DONE' then 'TAKEN' else 'HELD' end as said, p.headers as parcel
       from closed c join sync_inbound_raw p on p.run_id = coalesce(c.details->>'sourceRunId', c.id::text)::uuid
         and p.page = coalesce((c.details->>'firstPage')::int, 1)
       where c.state in ('DONE', 'HELD')
       union all
       select c.*, 'REFUSED', refused.parcel
       from closed c cross join lateral jsonb_array_elements(coalesce(c.details->'refusedLists', '[]')) as refused (parcel))
     select id as "runId", said as state, case when said <> 'TAKEN' then failure end as reason,
       parcel->>'parcelId' as list, parcel->>'manifestSha256' as "listDigest",
       to_char(finished_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "receivedAt",
       read, applied, unchanged, quarantined
     from told where parcel ? 'manifestSha256' and not parcel ? 'vouchedBy' order by finished_at, id, list`,
    [peerId],
  );
  return rows;
}

export interface NamedOutcome {
  readonly key: string;
  readonly outcome: "quarantined" | "removed" | "left-out";
  readonly code: string | null;
  readonly message: string | null;
}

/** Records of a run that are not held as its list has them, and those that the list leaves out. */
export async function readNamedOutcomes(
  client: Pool | PoolClient,
  peerId: string,
  runId: string,
): Promise<readonly NamedOutcome[]> {
  const { rows } = await client.query<NamedOutcome>(
    `/* sync:named-outcomes */ select i.entity_key as key,
       case i.outcome when 'applied' then 'removed' else i.outcome end as outcome,
       case when i.outcome = 'applied' then null when i.digest = '' then 'INVALID' else coalesce(q.kind, 'INVALID') end as code,
       case when i.outcome = 'quarantined' and i.digest = '' then left(i.reason, 2000) end as message
     from sync_inbound_items i left join lateral (select kind from sync_conflicts c
         where c.peer_id = $1 and c.stream = i.stream and c.entity_key = i.entity_key
           and c.kind in ('UNMATCHED', 'OWNER_CLASH', 'INVALID') order by opened_at desc limit 1) q on true
     where i.run_id = $2 and i.stream = 'titles'
       and (i.outcome = 'quarantined' or (i.outcome = 'applied' and i.record->>'deleted' = 'true'))
     union all
     select c.entity_key, 'left-out', null, null from sync_conflicts c
     join sync_runs r on r.id = $2
     where c.peer_id = $1 and c.stream = 'titles' and c.kind = 'MISSING_AT_CITY'
       and c.their_value->>'leftOutOf' = r.details->>'list'
     order by 1`,
    [peerId, runId],
  );
  return rows;
}

export interface ListReceiptRow {
  readonly peerId: string;
  readonly runId: string;
  readonly listDigest: string;
  readonly list: string;
  readonly generation: number;
  readonly body: Uint8Array;
  readonly contentDigest: string;
}

/** Keeps the bytes; without them when the last receipt for this list said the same. Twice for a run does nothing. */
export async function keepListReceipt(
  client: PoolClient,
  { peerId, runId, listDigest, list, generation, body, contentDigest }: ListReceiptRow,
): Promise<void> {
  await client.query(
    `/* sync:keep-list-receipt */ insert into sync_list_receipts (peer_id, run_id, list_digest, list, generation,
       receipt_no, body, content_digest)
     select $1, $2, $3, $4, $5, coalesce(last.receipt_no, 0) + case when same then 0 else 1 end,
       case when same then null else $6::bytea end, $7
     from (select) one
     left join lateral (select receipt_no, content_digest from sync_list_receipts
       where peer_id = $1 and list_digest = $3 order by receipt_no desc, made_at desc limit 1) last on true
     cross join lateral (select coalesce(last.content_digest = $7, false) as same) s
     on conflict do nothing`,
    [peerId, runId, listDigest, list, generation, body, contentDigest],
  );
}

export interface WaitingReceipt {
  readonly runId: string;
  readonly listDigest: string;
  readonly list: string;
  readonly generation: number;
  readonly receiptNo: number;
  readonly body: Uint8Array;
}

/** Receipts that do not lie there yet, oldest first. */
export async function readWaitingReceipts(
  client: Pool | PoolClient,
  peerId: string,
): Promise<readonly WaitingReceipt[]> {
  const { rows } = await client.query<WaitingReceipt>(
    `/* sync:waiting-list-receipts */ select run_id as "runId", list_digest as "listDigest", list, generation,
       receipt_no as "receiptNo", body
     from sync_list_receipts where peer_id = $1 and body is not null and laid_at is null
     order by made_at, list_digest, receipt_no`,
    [peerId],
  );
  return rows;
}

export async function markReceiptLaid(
  client: Pool | PoolClient,
  { runId, listDigest }: Pick<WaitingReceipt, "runId" | "listDigest">,
): Promise<void> {
  await client.query(
    `/* sync:mark-receipt-laid */ update sync_list_receipts set laid_at = clock_timestamp()
     where run_id = $1 and list_digest = $2 and laid_at is null`,
    [runId, listDigest],
  );
}
