/** What came in: pages as bytes first, then their records one by one, each with its fate. */
import type { Pool, PoolClient } from "../pool.ts";
import { entityKeyOf, titleDigestOf } from "./sync-canonical.ts";

export interface LandedPage {
  readonly runId: string;
  readonly peerId: string;
  readonly stream: string;
  readonly page: number;
  readonly body: Uint8Array;
  readonly digest: string;
  readonly headers: object;
}

export async function landPage(client: PoolClient, page: LandedPage): Promise<void> {
  await client.query(
    `/* sync:land-page */ insert into sync_inbound_raw (peer_id, stream, run_id, page, body, digest, headers)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      page.peerId,
      page.stream,
      page.runId,
      page.page,
      page.body,
      page.digest,
      JSON.stringify(page.headers),
    ],
  );
}

/** Numbers of the pages landed in a run from `firstPage` on, in order. */
export async function readLandedPages(
  client: Pool | PoolClient,
  runId: string,
  firstPage: number,
): Promise<readonly number[]> {
  const { rows } = await client.query<{ page: number }>(
    "/* sync:landed-pages */ select page from sync_inbound_raw where run_id = $1 and page >= $2 order by page",
    [runId, firstPage],
  );
  return rows.map((row) => row.page);
}

export async function readLandedBody(
  client: Pool | PoolClient,
  runId: string,
  page: number,
): Promise<Buffer> {
  const { rows } = await client.query<{ body: Buffer }>(
    "/* sync:landed-body */ select body from sync_inbound_raw where run_id = $1 and page = $2",
    [runId, page],
  );
  return rows[0]?.body ?? Buffer.alloc(0);
}

export interface StagedItem {
  readonly key: string;
  readonly record: unknown;
  /** Empty for a record that could not be read. */
  readonly digest: string;
  /** Null until it is merged; set at once for a record that could not be read. */
  readonly outcome: "quarantined" | null;
  readonly reason: string | null;
}

/** Idempotent: a page staged twice is staged once. */
export async function stageItems(
  client: PoolClient,
  place: { readonly runId: string; readonly stream: string },
  items: readonly StagedItem[],
): Promise<void> {
  await client.query(
    `/* sync:stage-items */ insert into sync_inbound_items (run_id, stream, entity_key, record, digest, outcome, reason)
     select $1, $2, key, record, digest, outcome, reason
     from jsonb_to_recordset($3) as r(key text, record jsonb, digest text, outcome text, reason text)
     on conflict do nothing`,
    [place.runId, place.stream, JSON.stringify(items)],
  );
}

export interface UnreadableItem {
  readonly key: string;
  readonly record: unknown;
  readonly reason: string;
}

/** Staged records of a run that could not be read. */
export async function readUnreadable(
  client: PoolClient,
  runId: string,
): Promise<readonly UnreadableItem[]> {
  const { rows } = await client.query<UnreadableItem>(
    `/* sync:unreadable */ select entity_key as key, record, coalesce(reason, '') as reason from sync_inbound_items
     where run_id = $1 and stream = 'titles' and outcome = 'quarantined' and digest = '' order by entity_key`,
    [runId],
  );
  return rows;
}

export interface PendingItem {
  readonly key: string;
  readonly record: unknown;
  readonly digest: string;
}

/** The next records of a run behind `after` that have no fate yet, in order of their keys, locked. */
export async function readPendingItems(
  client: PoolClient,
  runId: string,
  portion: { readonly after: string; readonly limit: number },
): Promise<readonly PendingItem[]> {
  const { rows } = await client.query<PendingItem>(
    `/* sync:pending-items */ select entity_key as key, record, digest from sync_inbound_items
     where run_id = $1 and stream = 'titles' and entity_key > $2 and outcome is null
     order by entity_key limit $3 for update`,
    [runId, portion.after, portion.limit],
  );
  return rows;
}

export interface ItemFate {
  readonly key: string;
  readonly outcome: "applied" | "unchanged" | "rejected" | "quarantined";
  readonly reason: string | null;
}

export async function writeFates(
  client: PoolClient,
  runId: string,
  fates: readonly ItemFate[],
): Promise<void> {
  await client.query(
    `/* sync:write-fates */ update sync_inbound_items i set outcome = f.outcome, reason = f.reason
     from jsonb_to_recordset($2) as f(key text, outcome text, reason text)
     where i.run_id = $1 and i.stream = 'titles' and i.entity_key = f.key`,
    [runId, JSON.stringify(fates)],
  );
}

/** Staged records of titles that lie buried keep no fate of their own but this: an old page raises nobody. */
export async function passOverBuried(pool: Pool, peerId: string, runId: string): Promise<void> {
  await pool.query(
    `/* sync:pass-over-buried */ update sync_inbound_items i set outcome = 'unchanged', reason = 'removed since'
     from sync_tombstones b where i.run_id = $2 and i.stream = 'titles' and i.outcome is null
       and b.peer_id = $1 and b.stream = i.stream and b.entity_key = i.entity_key`,
    [peerId, runId],
  );
}

export interface PlannedChanges {
  readonly held: number;
  readonly modified: number;
  /** Told as deleted by the city. */
  readonly deleted: number;
  /** Held, and not in the list; only meaningful when the list is complete. */
  readonly missing: number;
}

/** What we hold as the city's: what it was known to hold, and titles marked as its own without that knowledge. */
const heldTitles = `(select entity_key, digest from sync_shadow where peer_id = $1 and stream = 'titles'
  union all select ${entityKeyOf("t")}, encode(${titleDigestOf("t")}, 'hex') from titles t where t.origin = 'CITY'
    and not exists (select from sync_shadow s where s.peer_id = $1 and s.stream = 'titles'
      and s.entity_key = ${entityKeyOf("t")}))`;

/** What the staged records of a run would change. */
export async function readPlannedChanges(
  client: Pool | PoolClient,
  peerId: string,
  runId: string,
): Promise<PlannedChanges> {
  const { rows } = await client.query<PlannedChanges>(
    `/* sync:planned-changes */ select count(s.entity_key)::int as held,
       count(*) filter (where i.digest <> s.digest and i.outcome is null and not deleted)::int as modified,
       count(*) filter (where s.entity_key is not null and deleted)::int as deleted,
       count(*) filter (where i.entity_key is null)::int as missing
     from ${heldTitles} s
     full join (select *, coalesce(record->'deleted' = 'true', false) as deleted
       from sync_inbound_items where run_id = $2) i on i.entity_key = s.entity_key`,
    [peerId, runId],
  );
  return rows[0] ?? { held: 0, modified: 0, deleted: 0, missing: 0 };
}

export interface FateCounts {
  readonly read: number;
  readonly applied: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly quarantined: number;
}

/** Records without a fate are not counted: a held run has taken nothing. */
export async function countFates(client: Pool | PoolClient, runId: string): Promise<FateCounts> {
  const { rows } = await client.query<FateCounts>(
    `/* sync:count-fates */ select count(*)::int as read,
       count(*) filter (where outcome = 'applied')::int as applied,
       count(*) filter (where outcome = 'unchanged')::int as unchanged,
       count(*) filter (where outcome = 'rejected')::int as rejected,
       count(*) filter (where outcome = 'quarantined')::int as quarantined
     from sync_inbound_items where run_id = $1 and outcome is not null`,
    [runId],
  );
  return rows[0] ?? { read: 0, applied: 0, unchanged: 0, rejected: 0, quarantined: 0 };
}

/** Keys that we hold as the city's and a complete list of this run leaves out. */
export async function readMissingKeys(
  client: Pool | PoolClient,
  peerId: string,
  runId: string,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ key: string }>(
    `/* sync:missing-keys */ select entity_key as key from ${heldTitles} s
     where not exists (select from sync_inbound_items i
       where i.run_id = $2 and i.stream = 'titles' and i.entity_key = s.entity_key)
     order by entity_key`,
    [peerId, runId],
  );
  return rows.map((row) => row.key);
}

/** Which of these keys a run has staged. */
export async function readStagedKeys(
  client: Pool | PoolClient,
  runId: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ key: string }>(
    `/* sync:staged-keys */ select entity_key as key from sync_inbound_items
     where run_id = $1 and stream = 'titles' and entity_key = any($2)`,
    [runId, keys],
  );
  return new Set(rows.map((row) => row.key));
}

/**
 * Stages what the city was known to hold and our table does not show so: edits that went past this engine. Entities
 * with an open question are left alone.
 */
export async function stageDrift(
  client: PoolClient,
  place: { readonly runId: string; readonly peerId: string },
): Promise<number> {
  const { rowCount } = await client.query(
    `/* sync:stage-drift */ insert into sync_inbound_items (run_id, stream, entity_key, record, digest)
     select $1, 'titles', s.entity_key, s.record, s.digest from sync_shadow s
     left join titles t on t.credit_code = split_part(s.entity_key, '|', 1)
       and t.kind = split_part(s.entity_key, '|', 2) and t.batch = split_part(s.entity_key, '|', 3)
     where s.peer_id = $2 and s.stream = 'titles' and s.record is not null
       and (t.credit_code is null or encode(${titleDigestOf("t")}, 'hex') <> s.digest)
       and not exists (select from sync_conflicts c
         where c.stream = 'titles' and c.entity_key = s.entity_key and (c.state = 'OPEN'
           or (c.decision in ('DISMISS', 'KEEP_OURS') and c.their_value is not distinct from s.record)))
     on conflict do nothing`,
    [place.runId, place.peerId],
  );
  return rowCount ?? 0;
}
