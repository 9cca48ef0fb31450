/**
 * Merges staged registry rows into `enterprises`: one statement per chunk, which creates, updates, keeps the former row,
 * carries the names on, and marks what has to be judged again.
 *
 * Rules (docs/decisions/0061): a value that the new record leaves out does not erase a known one; a town that an
 * officer set stays while the address stays; a credit code is never updated; equal content changes nothing.
 */
import type { Pool, PoolClient } from "../pool.ts";

export interface Chunk {
  readonly runId: string;
  readonly sourceId: string;
  /** Lines after the first and up to the second. */
  readonly afterLine: number;
  readonly throughLine: number;
  /** ISO date: since when a new name is borne. */
  readonly today: string;
}

export interface MergeFigures {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly renamed: number;
  readonly moved: number;
  /** By `town_method`, `UNKNOWN` for none: adds up to created + updated + unchanged. */
  readonly towns: Readonly<Record<string, number>>;
  /** Rows that lie in a zone. */
  readonly inZone: number;
}

export interface MergeResult extends MergeFigures {
  /** Enterprises whose town or zone changed: their other rows have to follow (move-enterprise.ts). */
  readonly movedCodes: readonly string[];
  /** Rows that another transaction changed meanwhile: the chunk must be rolled back and tried again. */
  readonly stale: number;
}

/** The line that ends the next chunk of `size` rows; null when none is left. */
export async function nextChunkEnd(
  pool: Pool,
  at: { readonly runId: string; readonly afterLine: number; readonly size: number },
): Promise<number | null> {
  const { rows } = await pool.query<{ line: number | null }>(
    `/* store:import-next-chunk */ select max(line) as line from (
      select line from staged_records where import_run_id = $1 and line > $2 order by line limit $3) as next`,
    [at.runId, at.afterLine, at.size],
  );
  return rows[0]?.line ?? null;
}

export async function mergeEnterpriseChunk(client: PoolClient, chunk: Chunk): Promise<MergeResult> {
  const { rows } = await client.query<MergeResult>(mergeStatement, [
    chunk.runId,
    chunk.afterLine,
    chunk.throughLine,
    chunk.sourceId,
    chunk.today,
  ]);
  const [row] = rows;
  if (row === undefined) throw new Error("the merge returned no figures");
  return row;
}

/** What the merge would do, without doing it. */
export async function previewEnterpriseChunk(
  client: PoolClient,
  chunk: Pick<Chunk, "runId" | "afterLine" | "throughLine">,
): Promise<MergeFigures> {
  const { rows } = await client.query<MergeFigures>(previewStatement, [
    chunk.runId,
    chunk.afterLine,
    chunk.throughLine,
  ]);
  const [row] = rows;
  if (row === undefined) throw new Error("the preview returned no figures");
  return row;
}

/** Columns whose known value outlasts a record that leaves it out. */
const kept = [
  "legal_form",
  "industry_code",
  "industry_name",
  "established_on",
  "business_scope",
  "address",
  "legal_representative",
];
/** All columns that the registry fills, for comparing and writing. */
export const registryColumns = [
  "name",
  "kind",
  ...kept,
  "capital_amount",
  "capital_currency",
  "status",
  "town_code",
  "zone_code",
  "town_method",
  "town_confidence",
  "details",
];
const list = (prefix: string) => registryColumns.map((column) => `${prefix}${column}`).join(", ");

const stages = `incoming as materialized (
  select s.line, s.record_key, r.* from staged_records s
  cross join lateral jsonb_to_record(s.parsed) as r(credit_code text, name text, normal_name text, kind text,
    legal_form text, industry_code text, industry_name text, established_on date, capital_amount numeric,
    capital_currency text, status text, business_scope text, address text, legal_representative text, town_code text,
    zone_code text, town_method text, town_confidence numeric, details jsonb, content_digest text)
  where s.import_run_id = $1 and s.line > $2 and s.line <= $3 and s.outcome is null
), paired as materialized (
  select i.credit_code, i.record_key, i.normal_name, i.content_digest, e.version as former_version,
    coalesce(e.content_digest = i.content_digest, false) as same_record, i.name, i.kind,
    ${kept.map((column) => `coalesce(i.${column}, e.${column}) as ${column}`).join(", ")},
    case when i.capital_amount is null then e.capital_amount else i.capital_amount end as capital_amount,
    case when i.capital_amount is null then e.capital_currency else i.capital_currency end as capital_currency,
    coalesce(i.status, e.status, 'UNKNOWN') as status,
    case when keeps.town then e.town_code else i.town_code end as town_code,
    case when keeps.town then e.town_method else i.town_method end as town_method,
    case when keeps.town then e.town_confidence else i.town_confidence end as town_confidence,
    case when stays.put then coalesce(i.zone_code, e.zone_code) else i.zone_code end as zone_code,
    coalesce(e.details, '{}') || i.details as details
  from incoming i left join enterprises e on e.credit_code = i.credit_code
  cross join lateral (select e.credit_code is not null and (i.address is null
    or replace(i.address, ' ', '') = replace(e.address, ' ', '')) is true as put) stays
  cross join lateral (select stays.put and (i.town_method is null or e.town_method is not distinct from 'OFFICER')
    as town) keeps
), changed as materialized (
  select p.*, e.name <> p.name as renamed, (e.town_code, e.zone_code) is distinct from (p.town_code, p.zone_code) as moved,
    e.town_code as former_town, e.zone_code as former_zone, to_jsonb(e) as former_row
  from paired p join enterprises e on e.credit_code = p.credit_code
  where not p.same_record and (${list("e.")}) is distinct from (${list("p.")})
)`;

const figures = `(select count(*)::int from paired where former_version is null) as created,
  (select count(*)::int from changed) as updated,
  (select count(*)::int from paired) - (select count(*)::int from paired where former_version is null)
    - (select count(*)::int from changed) as unchanged,
  (select count(*)::int from changed where renamed) as renamed, (select count(*)::int from changed where moved) as moved,
  (select coalesce(jsonb_object_agg(method, rows), '{}') from (
    select coalesce(town_method, 'UNKNOWN') as method, count(*) as rows from paired group by 1) t) as towns,
  (select count(zone_code)::int from paired) as "inZone"`;

const previewStatement = `/* store:import-preview-enterprises */ with ${stages} select ${figures}`;

const mergeStatement = `/* store:import-merge-enterprises */ with ${stages}, history as (
  insert into fact_history (credit_code, town_code, zone_code, fact_table, fact_key, version, former_row, superseded_by)
  select credit_code, former_town, former_zone, 'enterprises', credit_code, former_version, former_row, $1 from changed
  on conflict (credit_code, fact_table, fact_key, version) do nothing
), updated as (
  update enterprises e set (${list("")}) = row(${list("c.")}),
    version = e.version + 1, updated_at = now(), source_id = $4, record_key = c.record_key, import_run_id = $1,
    received_at = now(), link_method = 'REGISTRY', link_confidence = 1, content_digest = c.content_digest
  from changed c where e.credit_code = c.credit_code and e.version = c.former_version
  returning e.credit_code
), created as (
  insert into enterprises (credit_code, ${list("")}, source_id, record_key, import_run_id, link_method, link_confidence,
    content_digest)
  select credit_code, ${list("")}, $4, record_key, $1, 'REGISTRY', 1, content_digest
  from paired where former_version is null on conflict (credit_code) do nothing
  returning credit_code
), carried_names as (
  update enterprise_names n set valid_to = case when n.normal_name <> c.normal_name then $5::date end,
    name = case when n.normal_name = c.normal_name then c.name else n.name end
  from changed c where n.credit_code = c.credit_code and n.valid_to is null
    and (n.normal_name <> c.normal_name or n.name <> c.name)
), new_names as (
  insert into enterprise_names (credit_code, town_code, zone_code, name, normal_name, valid_from, source_id)
  select credit_code, town_code, zone_code, name, normal_name, coalesce(established_on, $5::date), $4
  from paired where former_version is null
  union all
  select c.credit_code, c.town_code, c.zone_code, c.name, c.normal_name, $5::date, $4 from changed c
  where not exists (select from enterprise_names n
    where n.credit_code = c.credit_code and n.normal_name = c.normal_name and n.valid_to is null)
  on conflict (credit_code, normal_name, valid_from) do update set valid_to = null, name = excluded.name
), dirty as (
  insert into dirty_keys (credit_code, stage, reason)
  select credit_code, stage, $4
  from (select credit_code from paired where former_version is null union all select credit_code from changed) as touched
  cross join unnest(array['INDICATORS', 'PORTRAITS']) as stage
  on conflict (credit_code, stage) do update set marked_at = now(), reason = excluded.reason
)
select ${figures}, coalesce((select array_agg(credit_code) from changed where moved), '{}') as "movedCodes",
  (select count(*)::int from changed) - (select count(*)::int from updated)
    + (select count(*)::int from paired where former_version is null) - (select count(*)::int from created) as stale`;
