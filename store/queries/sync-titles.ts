/** Titles as the exchange reads and writes them, with the columns that follow from them, in the caller's transaction. */
import { dayInChina } from "../../lib/day-in-china.ts";
import { asInbound } from "../as-inbound.ts";
import type { PoolClient } from "../pool.ts";
import { heldNow } from "./held-title.ts";

export interface TitleToWrite {
  readonly creditCode: string;
  readonly kind: string;
  readonly batch: string;
  readonly level: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly status: string;
  readonly certificateNo: string | null;
}

export interface HeldTitle extends TitleToWrite {
  readonly key: string;
  readonly origin: "CITY" | "DISTRICT";
}

/** The titles under these keys, locked against other writers. */
export async function lockTitles(
  client: PoolClient,
  keys: readonly string[],
): Promise<ReadonlyMap<string, HeldTitle>> {
  const { rows } = await client.query<HeldTitle>(
    `/* sync:lock-titles */ select k.key, t.credit_code as "creditCode", t.kind, t.batch, t.level,
       t.valid_from::text as "validFrom", t.valid_to::text as "validTo", t.status,
       t.certificate_no as "certificateNo", t.origin
     from unnest($1::text[]) as k(key)
     join titles t on t.credit_code = split_part(k.key, '|', 1) and t.kind = split_part(k.key, '|', 2)
       and t.batch = split_part(k.key, '|', 3)
     for update of t`,
    [keys],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

export async function readKnownCodes(
  client: PoolClient,
  codes: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ code: string }>(
    "/* sync:known-codes */ select credit_code as code from enterprises where credit_code = any($1)",
    [codes],
  );
  return new Set(rows.map((row) => row.code));
}

/** Town and zone come from the enterprise, so that the row is seen by whom the enterprise is seen by. */
export async function upsertTitles(
  client: PoolClient,
  titles: readonly TitleToWrite[],
): Promise<void> {
  await asInbound(client, () =>
    client.query(
      `/* sync:upsert-titles */ insert into titles as t (credit_code, town_code, zone_code, kind, batch, level,
       valid_from, valid_to, status, certificate_no, origin)
     select e.credit_code, e.town_code, e.zone_code, n.kind, n.batch, n.level, n."validFrom", n."validTo", n.status,
       n."certificateNo", 'CITY'
     from jsonb_to_recordset($1) as n("creditCode" text, kind text, batch text, level text, "validFrom" date,
       "validTo" date, status text, "certificateNo" text)
     join enterprises e on e.credit_code = n."creditCode"
     order by e.credit_code, n.kind, n.batch
     on conflict (credit_code, kind, batch) do update set level = excluded.level, valid_from = excluded.valid_from,
       valid_to = excluded.valid_to, status = excluded.status, certificate_no = excluded.certificate_no,
       version = t.version + 1, updated_at = now()`,
      [JSON.stringify(titles)],
    ),
  );
}

/** Removes city titles and leaves a tombstone of each. */
export async function removeTitles(
  client: PoolClient,
  peerId: string,
  removed: { readonly keys: readonly string[]; readonly reason: string },
): Promise<void> {
  await asInbound(client, () =>
    client.query(
      `/* sync:remove-titles */ delete from titles t using unnest($1::text[]) as k(key)
     where t.credit_code = split_part(k.key, '|', 1) and t.kind = split_part(k.key, '|', 2)
       and t.batch = split_part(k.key, '|', 3) and t.origin = 'CITY'`,
      [removed.keys],
    ),
  );
  await client.query(
    `/* sync:bury-titles */ with gone as (delete from sync_shadow
       where peer_id = $1 and stream = 'titles' and entity_key = any($2) returning entity_key, record)
     insert into sync_tombstones (peer_id, stream, entity_key, record, reason)
     select $1, 'titles', entity_key, record, $3 from gone
     on conflict (peer_id, stream, entity_key) do update
       set record = excluded.record, reason = excluded.reason, removed_at = now()`,
    [peerId, removed.keys, removed.reason],
  );
}

/** What follows from a change of titles: the kinds shown on the enterprise, and the wish to judge it anew. */
export async function refreshTitleKinds(
  client: PoolClient,
  codes: readonly string[],
  today: string = dayInChina(Date.now()),
): Promise<void> {
  await client.query(
    `/* sync:refresh-title-kinds */ update enterprises e set title_kinds = n.kinds, version = e.version + 1,
       updated_at = now()
     from (select c.code, coalesce(array_agg(distinct t.kind) filter (where ${heldNow("$2::date", "t.")}), '{}') as kinds
       from unnest($1::text[]) as c(code) left join titles t on t.credit_code = c.code group by c.code) n
     where e.credit_code = n.code and e.title_kinds is distinct from n.kinds`,
    [codes, today],
  );
  await client.query(
    `/* sync:mark-dirty */ insert into dirty_keys (credit_code, stage, reason)
     select distinct e.credit_code, stage, 'titles' from enterprises e
     cross join unnest('{INDICATORS,PORTRAITS}'::text[]) stage where e.credit_code = any($1)
     order by e.credit_code, stage
     on conflict (credit_code, stage) do update set marked_at = now(), reason = excluded.reason`,
    [codes],
  );
}

export interface TitleShadow {
  readonly key: string;
  readonly record: object;
  readonly digest: string;
  readonly version: string;
}

/** The city holds these titles so. */
export async function shadowTitles(
  client: PoolClient,
  peerId: string,
  titles: readonly TitleShadow[],
): Promise<void> {
  await client.query(
    `/* sync:shadow-titles */ insert into sync_shadow as s (peer_id, stream, entity_key, owner, record, digest, version, updated_at)
     select $1, 'titles', key, 'CITY', record, digest, version, now()
     from jsonb_to_recordset($2) as r(key text, record jsonb, digest text, version bigint)
     on conflict (peer_id, stream, entity_key, owner) do update set record = excluded.record,
       digest = excluded.digest, version = excluded.version, updated_at = excluded.updated_at`,
    [peerId, JSON.stringify(titles)],
  );
  await client.query(
    "/* sync:untomb-titles */ delete from sync_tombstones where peer_id = $1 and stream = 'titles' and entity_key = any($2)",
    [peerId, titles.map(({ key }) => key)],
  );
}
