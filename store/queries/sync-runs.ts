/** The ledger of exchanges: one row a run, closed once, each row's digest covering the one before it. */
import type { SyncDirection } from "../../domain/vocabulary.ts";
import { channels, notify } from "../notify.ts";
import type { Pool, PoolClient } from "../pool.ts";
import { ledgerDigest, moveLedgerHead, readLinkToClose } from "./sync-ledger.ts";
import { lockPeer } from "./sync-peer.ts";

export type RunState = "RUNNING" | "DONE" | "INCOMPLETE" | "HELD" | "FAILED";

export interface RunCounts {
  readonly read: number;
  readonly applied: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly quarantined: number;
  readonly deferred: number;
}

export const noCounts: RunCounts = {
  read: 0,
  applied: 0,
  unchanged: 0,
  rejected: 0,
  quarantined: 0,
  deferred: 0,
};

export function addCounts(a: RunCounts, b: RunCounts): RunCounts {
  return {
    read: a.read + b.read,
    applied: a.applied + b.applied,
    unchanged: a.unchanged + b.unchanged,
    rejected: a.rejected + b.rejected,
    quarantined: a.quarantined + b.quarantined,
    deferred: a.deferred + b.deferred,
  };
}

export interface NewRun {
  readonly peerId: string;
  readonly direction: SyncDirection;
  readonly stream: string;
  readonly details: object;
}

export async function openRun(client: Pool | PoolClient, run: NewRun): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `/* sync:open-run */ insert into sync_runs (peer_id, direction, stream, state, details)
     values ($1, $2, $3, 'RUNNING', $4) returning id`,
    [run.peerId, run.direction, run.stream, JSON.stringify(run.details)],
  );
  const id = rows[0]?.id ?? "";
  await notify(client, channels.syncRuns, [id]);
  return id;
}

export async function noteRun(
  client: Pool | PoolClient,
  runId: string,
  details: object,
): Promise<void> {
  await client.query(
    "/* sync:note-run */ update sync_runs set details = details || $2::jsonb where id = $1",
    [runId, JSON.stringify(details)],
  );
}

export interface RunEnd {
  readonly peerId: string;
  readonly runId: string;
  readonly state: Exclude<RunState, "RUNNING">;
  readonly counts: RunCounts;
  readonly failure: string | null;
}

/** Closes the run and chains it to the one closed before. Does nothing to a run that is closed already. */
export async function closeRun(client: PoolClient, end: RunEnd): Promise<void> {
  await lockPeer(client, end.peerId);
  const link = await readLinkToClose(client, end.runId);
  if (link === null) return;
  const { state, failure } = end;
  const { read, applied, unchanged, rejected, quarantined, deferred } = end.counts;
  const counts = [read, applied, unchanged, rejected, quarantined, deferred];
  const digest = ledgerDigest({ ...link, state, counts, failure });
  await client.query(
    `/* sync:close-run */ update sync_runs set state = $2, read = $3, applied = $4, unchanged = $5, rejected = $6,
       quarantined = $7, deferred = $8, failure = $9, previous_digest = $10, digest = $11, finished_at = now()
     where id = $1`,
    [end.runId, state, ...counts, failure, link.previousDigest, digest],
  );
  await moveLedgerHead(client, end.peerId, digest);
  await notify(client, channels.syncRuns, [end.runId]);
}

export interface OpenRun {
  readonly id: string;
  readonly direction: SyncDirection;
  readonly stream: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Runs that a process left without closing them. The caller holds the peer's lock, so none of them is alive. */
export async function readInterruptedRuns(
  client: Pool | PoolClient,
  peerId: string,
): Promise<readonly OpenRun[]> {
  const { rows } = await client.query<OpenRun>(
    `/* sync:interrupted-runs */ select id, direction, stream, coalesce(details, '{}') as details from sync_runs
     where peer_id = $1 and state = 'RUNNING' order by started_at, id`,
    [peerId],
  );
  return rows;
}

/** The newest run of the stream if it is held for approval, else null. */
export async function readHeldRun(
  client: Pool | PoolClient,
  peerId: string,
  stream: string,
): Promise<OpenRun | null> {
  const { rows } = await client.query<OpenRun & { state: RunState }>(
    `/* sync:held-run */ select id, direction, stream, coalesce(details, '{}') as details, state from sync_runs
     where peer_id = $1 and stream = $2 and direction = 'PULL' and state in ('DONE', 'HELD')
     order by started_at desc, id limit 1`,
    [peerId, stream],
  );
  const [newest] = rows;
  return newest?.state === "HELD" ? newest : null;
}

/** A closed pull whose pages are here, whatever it made of them. */
export async function readLandedRun(
  client: Pool | PoolClient,
  peerId: string,
  runId: string,
): Promise<OpenRun | null> {
  const { rows } = await client.query<OpenRun>(
    `/* sync:landed-run */ select id, direction, stream, coalesce(details, '{}') as details from sync_runs
     where peer_id = $1 and id::text = $2 and direction = 'PULL' and state <> 'RUNNING' and (details->>'landed')::boolean`,
    [peerId, runId],
  );
  return rows[0] ?? null;
}

/** The last whole list of the city that was taken in. */
export interface TakenExport {
  /** The run that landed its pages. */
  readonly runId: string;
  readonly firstPage: number;
  /** `generation/revision` of the city. */
  readonly list: string;
  /** Digests of the pages as they came. */
  readonly pages: readonly string[];
  readonly bytes: number;
  /** What came with the first page: for a parcel, its name, digests and signature. */
  readonly headers: Readonly<Record<string, string>>;
}

/** @returns null before the first one. */
export async function readTakenExport(
  client: Pool | PoolClient,
  peerId: string,
): Promise<TakenExport | null> {
  const { rows } = await client.query<TakenExport>(
    `/* sync:taken-export */ select r.run_id as "runId", r.first_page as "firstPage", r.list,
       array_agg(p.digest order by p.page) as pages, sum(length(p.body))::int as bytes,
       (array_agg(p.headers order by p.page))[1] as headers
     from (select coalesce(details->>'sourceRunId', id::text)::uuid as run_id, (details->>'firstPage')::int as first_page,
         details->>'list' as list
       from sync_runs where peer_id = $1 and direction = 'PULL' and stream = 'titles' and state = 'DONE'
         and details->>'complete' = 'true' and details->>'list' is not null
       order by finished_at desc, id limit 1) r
     join sync_inbound_raw p on p.run_id = r.run_id and p.page >= r.first_page
     group by r.run_id, r.first_page, r.list`,
    [peerId],
  );
  return rows[0] ?? null;
}
