/**
 * Assessments from judged rows, by sets. What has not changed is not written: a row's `assessed_at` is when the verdict
 * became what it is, and a nightly run over a district where one enterprise in a hundred moved writes for that one.
 */
import { escapeIdentifier, escapeLiteral } from "pg";

import type { PoolClient } from "../pool.ts";

/** A temporary table of the caller's transaction. @returns its rows. */
export async function makeSheet(client: PoolClient, name: string, query: string): Promise<number> {
  await client.query(`drop table if exists ${escapeIdentifier(name)}`);
  const { rowCount } = await client.query(
    `/* store:sheet */ create temporary table ${escapeIdentifier(name)} on commit drop as ${query}`,
  );
  return rowCount ?? 0;
}

/** One enterprise that is judged, whichever comes first; empty before the first judgement. */
export async function anyJudged(client: PoolClient): Promise<readonly string[]> {
  const { rows } = await client.query<{ credit_code: string }>(
    "/* store:any-judged */ select credit_code from assessments where superseded_at is null limit 1",
  );
  return rows.map((row) => row.credit_code);
}

export interface JudgedQuery {
  /** Table of indicators: `credit_code`, scope, `flags`, one column per input. */
  readonly sheet: string;
  /** Query of a row for each enterprise of the sheet and each pack: `credit_code`, `pack_id` and the parts of the verdict. */
  readonly verdicts: string;
}

export interface JudgedPack {
  readonly id: string;
  readonly version: string;
  /** Columns of the sheet the pack reads, by the input's name. */
  readonly inputs: Readonly<
    Record<string, { readonly column: string; readonly isFigure: boolean }>
  >;
}

export interface WriteOptions extends JudgedQuery {
  readonly asOf: string;
  readonly packs: readonly JudgedPack[];
  /** Null when all enterprises were judged. */
  readonly codes: readonly string[] | null;
  /** False when only some packs were judged by: assessments of the others stand. */
  readonly everyPack: boolean;
}

export interface Written {
  /** Verdicts that are new or other than before. */
  readonly changed: number;
  /** Assessments that ended because the enterprise or the pack is judged no more. */
  readonly ended: number;
}

const compared = [
  "pack_version",
  "verdict",
  "total",
  "progress",
  "points",
  "ranges",
  "direct_pass",
  "excluded_by",
  "failed",
  "unknown",
  "presumed",
  "flags",
  "size_class",
] as const;
const carried = [...compared, "category"] as const;

/** Leaves what was written in the temporary table `assessed` (credit_code, pack_id). */
export async function writeVerdicts(client: PoolClient, options: WriteOptions): Promise<Written> {
  // Without it the planner takes a few rows for granted and joins by going through all of them again and again.
  await client.query(`analyze ${escapeIdentifier(options.sheet)} (credit_code)`);
  await makeSheet(client, "assessed", otherVerdicts(options));
  await client.query("analyze assessed (credit_code, pack_id)");
  const day = escapeLiteral(options.asOf);
  const ended = await endOthers(client, options);
  await client.query(`/* store:assessments-end */ update assessments old set superseded_at = now(), superseded_on = ${day}
    from assessed a where a.credit_code = old.credit_code and a.pack_id = old.pack_id and old.superseded_at is null`);
  const { rowCount } = await client.query(insertion(options));
  return { changed: rowCount ?? 0, ended };
}

/**
 * Verdicts in the shape of `assessments` that are new or other than those in force. They are compared as they are judged:
 * two million verdicts of which nothing changed are written nowhere.
 */
function otherVerdicts({ verdicts, sheet, packs }: WriteOptions): string {
  // Not joined: the planner would take the packs for a twelfth of the rows, and look up each of two million by the index.
  const versions = packs.map(
    (pack) => `when ${escapeLiteral(pack.id)} then ${escapeLiteral(pack.version)}`,
  );
  return `select n.*, coalesce(old.revision, 0) + 1 as revision from (
      select v.credit_code, s.town_code, s.zone_code, v.pack_id, case v.pack_id ${versions.join(" ")} end as pack_version,
        case when v.pass then 'TRUE' when not v.pass then 'FALSE' else 'UNKNOWN' end as verdict,
        case when jsonb_typeof(v.total) = 'number' then v.total::numeric end as total, v.progress::numeric as progress,
        v.points, v.category, v.ranges, to_jsonb(v.direct_pass) as direct_pass, to_jsonb(v.excluded_by) as excluded_by,
        to_jsonb(v.failed) as failed, to_jsonb(v.unknown) as unknown, to_jsonb(v.presumed) as presumed,
        to_jsonb(s.flags) as flags, upper(v.class) as size_class
      from (${verdicts}) v join ${escapeIdentifier(sheet)} s on s.credit_code = v.credit_code
    ) n left join assessments old on old.credit_code = n.credit_code and old.pack_id = n.pack_id and old.superseded_at is null
    where old.credit_code is null or (${compared.map((column) => `old.${column}`).join(", ")})
      is distinct from (${compared.map((column) => `n.${column}`).join(", ")})`;
}

/**
 * The inputs stand beside a verdict as its evidence, unless a bar on the whole enterprise decided it. They are cut, not
 * rounded, to six places for reading.
 */
function insertion({ sheet, packs, asOf }: WriteOptions): string {
  const inputs = packs.map(({ id, inputs: columns }) => {
    const pairs = Object.entries(columns).map(([input, { column, isFigure }]) => {
      const value = `s.${escapeIdentifier(column)}`;
      return `${escapeLiteral(input)}, ${isFigure ? `trim_scale(trunc(${value}::numeric, 6))` : value}`;
    });
    return `when ${escapeLiteral(id)} then jsonb_strip_nulls(${objects(pairs)})`;
  });
  return `/* store:assessments */ insert into assessments (credit_code, town_code, zone_code, pack_id, as_of, revision, ${carried.join(", ")}, inputs, inputs_digest)
    select credit_code, town_code, zone_code, pack_id, ${escapeLiteral(asOf)}, revision, ${carried.join(", ")}, inputs, coalesce(md5(inputs::text), '')
    from (select a.*, case when a.progress > 0 then case a.pack_id ${inputs.join(" ")} end end as inputs
      from assessed a join ${escapeIdentifier(sheet)} s on s.credit_code = a.credit_code) told
    order by credit_code, pack_id`;
}

/** A function takes a hundred arguments at most. */
function objects(pairs: readonly string[]): string {
  const parts: string[] = [];
  for (let at = 0; at < pairs.length; at += 45) {
    parts.push(`jsonb_build_object(${pairs.slice(at, at + 45).join(", ")})`);
  }
  return parts.join(" || ") || "'{}'::jsonb";
}

/** Every enterprise of the sheet is judged by every pack that was asked for. */
async function endOthers(
  client: PoolClient,
  { asOf, sheet, codes, packs, everyPack }: WriteOptions,
): Promise<number> {
  const { rowCount } = await client.query(
    `/* store:assessments-gone */ update assessments old set superseded_at = now(), superseded_on = $1
    where superseded_at is null and ($2::text[] is null or old.credit_code = any ($2))
      and case when old.pack_id = any ($3) then not exists (select from ${escapeIdentifier(sheet)} s where s.credit_code = old.credit_code)
        else $4 end`,
    [asOf, codes, packs.map((pack) => pack.id), everyPack],
  );
  return rowCount ?? 0;
}
