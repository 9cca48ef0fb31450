/** Criteria packs as the store keeps them: every version that was ever judged by, one of each id in force; the catalogue. */
import type { PoolClient } from "../pool.ts";

export interface PackRow {
  readonly id: string;
  readonly version: string;
  readonly name_zh: string;
  readonly name_en: string;
  /** Null when no register keeps the title this pack decides on. */
  readonly title_kind: string | null;
  readonly document_no: string;
  readonly issuer: string;
  readonly confidence: string;
  readonly effective_from: string | null;
  readonly effective_to: string | null;
  readonly renewal_from: string | null;
  readonly renewal_to: string | null;
  readonly enabled: boolean;
  readonly definition: unknown;
  readonly digest: string;
}

export interface IndicatorRow {
  readonly id: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly unit: string | null;
  readonly period: string | null;
  readonly value_type: string;
  readonly formula: string;
  readonly source: string;
}

/** Makes the catalogue the given one. */
export async function writeIndicators(
  client: PoolClient,
  indicators: readonly IndicatorRow[],
): Promise<void> {
  await client.query(
    `/* store:indicators */ insert into indicators select * from jsonb_populate_recordset(null::indicators, $1)
    on conflict (id) do update set name_zh = excluded.name_zh, name_en = excluded.name_en, unit = excluded.unit,
      period = excluded.period, value_type = excluded.value_type, formula = excluded.formula, source = excluded.source`,
    [JSON.stringify(indicators)],
  );
  await client.query("delete from indicators where id <> all ($1)", [
    indicators.map(({ id }) => id),
  ]);
}

const columns =
  "id, version, name_zh, name_en, title_kind, document_no, issuer, confidence, effective_from, effective_to, renewal_from, renewal_to, enabled, definition, digest";
const told = columns.split(", ").filter((column) => column !== "id" && column !== "version");

/** Makes the given packs the ones in force; versions that are not among them are superseded. @returns rows changed. */
export async function writePacks(client: PoolClient, packs: readonly PackRow[]): Promise<number> {
  const written = await client.query(
    `/* store:packs */ insert into criteria_packs as old (${columns})
    select ${columns} from jsonb_populate_recordset(null::criteria_packs, $1)
    on conflict (id, version) do update set ${told.map((column) => `${column} = excluded.${column}`).join(", ")}, superseded_at = null
    where old.superseded_at is not null or (${told.map((column) => `old.${column}`).join(", ")})
      is distinct from (${told.map((column) => `excluded.${column}`).join(", ")})`,
    [JSON.stringify(packs)],
  );
  const superseded = await client.query(
    `/* store:packs-superseded */ update criteria_packs set superseded_at = now()
    where superseded_at is null and (id, version) not in (select * from unnest($1::text[], $2::text[]))`,
    [packs.map((pack) => pack.id), packs.map((pack) => pack.version)],
  );
  return (written.rowCount ?? 0) + (superseded.rowCount ?? 0);
}

/** Digests of the packs that the store was last judged by, by id; empty before the first judgement. */
export async function packsInForce(client: PoolClient): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ id: string; digest: string }>(
    "/* store:packs-in-force */ select id, digest from criteria_packs where superseded_at is null",
  );
  return new Map(rows.map(({ id, digest }) => [id, digest]));
}
