/** Where the exchange stands, in one look. */
import type { Pool } from "../pool.ts";
import type { RunCounts } from "./sync-runs.ts";

export interface StreamStatus {
  readonly stream: string;
  readonly direction: string;
  readonly completedAt: string | null;
  /** Notices that no batch holds yet. */
  readonly outboxDepth: number;
  /** Age of the oldest of them; null when there is none. */
  readonly outboxAgeS: number | null;
  readonly batches: Readonly<Record<string, number>>;
  readonly rejectedItems: number;
  readonly openConflicts: number;
}

export interface RunStatus extends RunCounts {
  readonly id: string;
  readonly direction: string;
  readonly stream: string;
  readonly state: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly failure: string | null;
}

export interface ReceiptStatus {
  readonly stream: string;
  readonly level: string;
  readonly agreed: boolean;
  readonly recordCount: number;
  readonly root: string;
  readonly differences: number;
  readonly obtainedAt: string;
}

export interface StoredStatus {
  readonly peerId: string;
  readonly name: string;
  readonly level: string;
  readonly generation: number;
  readonly seenAt: string | null;
  readonly streams: readonly StreamStatus[];
  readonly runs: readonly RunStatus[];
  readonly receipts: readonly ReceiptStatus[];
  /** Open ones: in what the city's records are not of the form that was agreed. */
  readonly drifts: readonly DriftStatus[];
  /** The newest records that the city will not hold, at most twenty. */
  readonly rejected: readonly RejectedStatus[];
  /** What came of the city's lists, as we tell it at L0: receipts that could not be laid down yet, and the last that was. */
  readonly listReceipts: { readonly waiting: number; readonly laidAt: string | null };
}

export interface RejectedStatus {
  readonly key: string;
  readonly code: string | null;
  readonly message: string | null;
  readonly batchKey: string;
}

export interface DriftStatus {
  readonly stream: string;
  readonly kind: string;
  readonly field: string;
  readonly example: string;
  /** Of the newest list that showed it. */
  readonly records: number;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
}

const iso = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const streamsQuery = `select coalesce(jsonb_agg(jsonb_build_object('stream', s.stream, 'direction', s.direction,
    'completedAt', ${iso("s.completed_at")}, 'outboxDepth', o.depth, 'outboxAgeS', o.age,
    'batches', b.states, 'rejectedItems', i.rejected, 'openConflicts', c.open) order by s.stream), '[]')
  from sync_streams s
  cross join lateral (select count(*)::int as depth, extract(epoch from now() - min(at))::int as age
    from sync_outbox where stream = s.stream and batch_no is null) o
  cross join lateral (select coalesce(jsonb_object_agg(state, n), '{}') as states from (select state, count(*)::int as n
    from sync_batches where peer_id = s.peer_id and stream = s.stream group by state) g) b
  cross join lateral (select count(*)::int as rejected from (select distinct on (entity_key) outcome
    from sync_batch_items where peer_id = s.peer_id and stream = s.stream and outcome is not null
    order by entity_key, generation desc, batch_no desc) latest where outcome = 'rejected') i
  cross join lateral (select count(*)::int as open from sync_conflicts
    where peer_id = s.peer_id and stream = s.stream and state = 'OPEN') c
  where s.peer_id = p.id`;

const runsQuery = `select coalesce(jsonb_agg(jsonb_build_object('id', id, 'direction', direction, 'stream', stream,
    'state', state, 'startedAt', ${iso("started_at")}, 'finishedAt', ${iso("finished_at")}, 'read', read,
    'applied', applied, 'unchanged', unchanged, 'rejected', rejected, 'quarantined', quarantined,
    'deferred', deferred, 'failure', failure) order by started_at desc, id), '[]')
  from (select * from sync_runs where peer_id = p.id order by started_at desc, id limit $2) newest`;

const receiptsQuery = `select coalesce(jsonb_agg(jsonb_build_object('stream', stream, 'level', level, 'agreed', agreed,
    'recordCount', record_count, 'root', our_root, 'differences', coalesce((differences->>'count')::int, 0),
    'obtainedAt', ${iso("obtained_at")}) order by stream), '[]')
  from (select distinct on (stream) * from agreement_receipts where peer_id = p.id
    order by stream, obtained_at desc) newest`;

const driftsQuery = `select coalesce(jsonb_agg(jsonb_build_object('stream', stream, 'kind', kind, 'field', field,
    'example', example, 'records', records, 'firstSeenAt', ${iso("first_seen_at")}, 'lastSeenAt', ${iso("last_seen_at")})
    order by stream, field, kind), '[]')
  from sync_drifts where peer_id = p.id and state = 'OPEN'`;

const rejectedQuery = `select coalesce(jsonb_agg(jsonb_build_object('key', entity_key, 'code', outcome_code,
    'message', outcome_message, 'batchKey', idempotency_key) order by generation desc, batch_no desc, entity_key), '[]')
  from (select i.*, b.idempotency_key from (select distinct on (stream, entity_key) peer_id, stream, generation, batch_no, entity_key, outcome,
        outcome_code, outcome_message from sync_batch_items
        where peer_id = p.id and outcome is not null order by stream, entity_key, generation desc, batch_no desc) i
      join sync_batches b using (peer_id, stream, generation, batch_no)
      where i.outcome = 'rejected' order by generation desc, batch_no desc, entity_key limit 20) newest`;

const listReceiptsQuery = `select jsonb_build_object('waiting', count(*) filter (where laid_at is null),
    'laidAt', ${iso("max(laid_at)")}) from sync_list_receipts where peer_id = p.id and body is not null`;

/** @returns null before the first exchange. */
export async function readStoredStatus(
  pool: Pool,
  peerId: string,
  runCount: number,
): Promise<StoredStatus | null> {
  const { rows } = await pool.query<StoredStatus>(
    `/* sync:status */ select p.id as "peerId", p.name, p.level, p.generation, ${iso("p.seen_at")} as "seenAt",
       (${streamsQuery}) as streams, (${runsQuery}) as runs, (${receiptsQuery}) as receipts, (${driftsQuery}) as drifts,
       (${listReceiptsQuery}) as "listReceipts", (${rejectedQuery}) as rejected
     from sync_peers p where p.id = $1`,
    [peerId, runCount],
  );
  return rows[0] ?? null;
}
