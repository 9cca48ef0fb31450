/** Figures of the exchange for a monitor: few, cheap, and all that an alarm needs. */
import type { Pool } from "../pool.ts";

export interface SyncMetrics {
  readonly streams: readonly {
    readonly stream: string;
    /** Seconds since the stream was complete; null for never. */
    readonly ageS: number | null;
    readonly outboxDepth: number;
    readonly outboxAgeS: number;
    readonly openConflicts: number;
    /** In what the city's records are of another form than agreed. */
    readonly openDrifts: number;
    readonly rejectedItems: number;
    readonly waitingBatches: number;
    /** Seconds since the oldest of them was sealed: at L0 how long the city's receipt has been missing. */
    readonly waitingBatchAgeS: number;
    /** Seconds since both sides were proven to agree; null for never. */
    readonly agreementAgeS: number | null;
    readonly agreed: boolean | null;
    /** Changes that a sweep found and no trigger had told of, ever. */
    readonly uncaptured: number;
    /** Seconds since the last sweep; null for never, or a stream without one. */
    readonly sweepAgeS: number | null;
    /** Most records in a batch while the city asks for patience; null when it does not. */
    readonly batchItems: number | null;
  }[];
  readonly runs: readonly {
    readonly direction: string;
    readonly stream: string;
    readonly state: string;
    readonly count: number;
  }[];
  readonly breakerOpen: boolean;
  /** Receipts for the city's lists that do not lie where it takes them, and seconds since the oldest was made. */
  readonly waitingListReceipts: number;
  readonly waitingListReceiptAgeS: number;
}

const ageOf = (moment: string): string => `extract(epoch from now() - ${moment})::int`;

/** @returns null before the first exchange. */
export async function readSyncMetrics(pool: Pool, peerId: string): Promise<SyncMetrics | null> {
  const { rows } = await pool.query<SyncMetrics>(
    `/* sync:metrics */ select p.breaker_state = 'OPEN' as "breakerOpen",
       (select count(*)::int from sync_list_receipts where peer_id = p.id and body is not null and laid_at is null)
         as "waitingListReceipts",
       coalesce((select ${ageOf("min(made_at)")} from sync_list_receipts
         where peer_id = p.id and body is not null and laid_at is null), 0) as "waitingListReceiptAgeS",
       (select coalesce(jsonb_agg(jsonb_build_object(
         'stream', s.stream, 'ageS', ${ageOf("s.completed_at")}, 'outboxDepth', o.depth,
         'outboxAgeS', coalesce(o.age, 0), 'openConflicts', c.open, 'openDrifts', d.open, 'rejectedItems', b.rejected,
         'waitingBatches', b.waiting, 'waitingBatchAgeS', coalesce(b.age, 0), 'agreementAgeS', a.age, 'agreed', r.agreed,
         'uncaptured', s.uncaptured, 'sweepAgeS', ${ageOf("s.swept_at")}, 'batchItems', s.batch_items) order by s.stream), '[]')
       from sync_streams s
       cross join lateral (select count(*)::int as depth, ${ageOf("min(at)")} as age
         from sync_outbox where stream = s.stream and batch_no is null) o
       cross join lateral (select count(*)::int as open from sync_conflicts
         where peer_id = s.peer_id and stream = s.stream and state = 'OPEN') c
       cross join lateral (select count(*)::int as open from sync_drifts
         where peer_id = s.peer_id and stream = s.stream and state = 'OPEN') d
       cross join lateral (select count(*) filter (where state in ('SEALED', 'SENDING', 'IN_DOUBT'))::int as waiting,
         ${ageOf("min(sealed_at) filter (where state in ('SEALED', 'SENDING', 'IN_DOUBT', 'PARTIALLY_ACKED'))")} as age,
         count(*) filter (where state = 'PARKED' and exists (select from sync_batch_items i
             where (i.peer_id, i.stream, i.generation, i.batch_no) = (q.peer_id, q.stream, q.generation, q.batch_no)
               and i.outcome = 'rejected'))::int as rejected
         from sync_batches q where peer_id = s.peer_id and stream = s.stream) b
       left join lateral (select ${ageOf("max(obtained_at)")} as age from agreement_receipts
         where peer_id = s.peer_id and stream = s.stream and agreed) a on true
       left join lateral (select agreed from agreement_receipts where peer_id = s.peer_id and stream = s.stream
         order by obtained_at desc limit 1) r on true
       where s.peer_id = p.id) as streams,
       (select coalesce(jsonb_agg(jsonb_build_object('direction', direction, 'stream', stream, 'state', state,
         'count', n) order by direction, stream, state), '[]')
        from (select direction, stream, state, count(*)::int as n from sync_runs where peer_id = p.id
          group by direction, stream, state) g) as runs
     from sync_peers p where p.id = $1`,
    [peerId],
  );
  return rows[0] ?? null;
}
