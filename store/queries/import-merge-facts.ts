/**
 * Merges staged records into a fact table: one statement per chunk, which creates, supersedes, keeps the former row and
 * marks the enterprise to be judged again, at once or when the run of several chunks ends (import-touched.ts).
 *
 * Rules (docs/decisions/0130): a value that the new record leaves out does not erase a known one; equal content changes
 * nothing, provenance included; of several records of one file for the same fact the last line counts; a record
 * that turns out to be about another enterprise takes its fact along.
 */
import type { FactColumn, FactTable } from "../fact-tables.ts";
import type { PoolClient } from "../pool.ts";
import { valuesOfFact } from "./staged-fact.ts";

export interface FactFigures {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Records of the chunk that a later one of it stands for. */
  readonly superseded: number;
  /** Facts of other enterprises that the same record stated before: they go with it. */
  readonly withdrawn: number;
  /** Merged records by the way they found their enterprise. */
  readonly linked: Readonly<Record<string, number>>;
}

export interface FactResult extends FactFigures {
  /** Rows that another transaction changed meanwhile: the chunk must be rolled back and tried again. */
  readonly stale: number;
}

/** Two merges may run beside each other; a move of enterprises (move-enterprise.ts) waits for them and they for it. */
const shareScope =
  "/* store:share-scope */ select pg_advisory_xact_lock_shared(hashtextextended('goldseed:scope', 0))";

/** Staged rows of a run that have found their enterprise; what is not among them is not merged. */
export interface LinkedRows {
  readonly runId: string;
  readonly sourceId: string;
  /** In which order its staged facts have their values. */
  readonly factColumns: readonly string[];
  readonly links: readonly StagedLink[];
  /** More chunks of the run are to come, and with them often the same enterprises: they are marked once, at its end. */
  readonly marksLater?: boolean;
}

export interface StagedLink {
  readonly line: number;
  readonly creditCode: string;
  /** A LinkMethod. */
  readonly method: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** JSON text of a list of findings; null where the number alone says it. */
  readonly evidence: string | null;
}

export async function mergeFactChunk(
  client: PoolClient,
  table: FactTable,
  linked: LinkedRows,
): Promise<FactResult> {
  await client.query(shareScope);
  const { merge, mergeAndNote } = statementsOf(table, linked.factColumns);
  const statement = linked.marksLater === true ? mergeAndNote : merge;
  try {
    const { rows } = await client.query<FactResult>(statement, valuesOf(linked));
    return only(rows);
  } catch (error) {
    if (!isTakenMeanwhile(error, table)) throw error;
    return { ...nothing, stale: 1 };
  }
}

/**
 * Another transaction has written a fact that was new. Left to `on conflict`, every row would be looked for once more and
 * confirmed once more, a tenth of the merge.
 */
const isTakenMeanwhile = (error: unknown, { name }: FactTable): boolean => {
  const { code, constraint } = error as { readonly code?: string; readonly constraint?: string };
  return code === "23505" && constraint === `${name}_pk`;
};

const nothing: FactFigures = {
  created: 0,
  updated: 0,
  unchanged: 0,
  superseded: 0,
  withdrawn: 0,
  linked: {},
};

/** What the merge would do, without doing it. */
export async function previewFactChunk(
  client: PoolClient,
  table: FactTable,
  linked: LinkedRows,
): Promise<FactFigures> {
  const { rows } = await client.query<FactFigures>(
    statementsOf(table, linked.factColumns).preview,
    valuesOf(linked),
  );
  return only(rows);
}

/** A text for each column: thousands of elements, each escaped on its own, would cost as much as linking them. */
function valuesOf({ runId, sourceId, links }: LinkedRows): string[] {
  const joined = (of: (link: StagedLink) => string) => links.map(of).join(separator);
  return [
    runId,
    sourceId,
    joined(({ line }) => String(line)),
    joined(({ creditCode }) => creditCode),
    joined(({ method }) => method),
    joined(({ confidence }) => String(confidence)),
    joined(({ evidence }) => evidence ?? ""),
  ];
}

/** JSON and codes hold no control character. */
const separator = "\u0002";
const listOf = (place: number, type: string) =>
  `string_to_array($${place}, E'\\x02', '')::${type}[]`;

function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error("the merge returned no figures");
  return row;
}

interface Statements {
  readonly merge: string;
  readonly mergeAndNote: string;
  readonly preview: string;
}
const built = new Map<string, Statements>();

function statementsOf(table: FactTable, staged: readonly string[]): Statements {
  const name = [table.name, ...staged].join(" ");
  const known = built.get(name);
  if (known !== undefined) return known;
  const made = buildStatements(table, staged);
  built.set(name, made);
  return made;
}

const list = (names: readonly string[], prefix = "") =>
  names.map((column) => `${prefix}${column}`).join(", ");

const restOf = ({ key, columns }: FactTable) =>
  [...columns.keys()].filter((column) => !key.includes(column));

const sameKey = ({ key }: FactTable, a: string, b: string) =>
  ["credit_code", ...key].map((column) => `${a}.${column} = ${b}.${column}`).join(" and ");

/** All names come from store/fact-tables.ts. */
function buildStatements(table: FactTable, staged: readonly string[]): Statements {
  const stages = stagesOf(table, staged);
  const mergeWith = (
    marks: string,
  ) => `/* store:import-merge-facts */ with ${stages}, ${writesOf(table)}, ${marks}
select ${figures}, (select count(*)::int from changed) - (select count(*)::int from updated)
  + (select count(*)::int from incoming) - (select count(*)::int from paired) as stale`;
  return {
    preview: `/* store:import-preview-facts */ with ${stages} select ${figures}`,
    merge: mergeWith(dirtyMarks),
    mergeAndNote: mergeWith(touchedNote),
  };
}

/** The value of a column as staged: its place among the run's columns, and null where the run has none. */
function valueOf(staged: readonly string[], [column, { type }]: readonly [string, FactColumn]) {
  const place = staged.indexOf(column) + 1;
  if (place === 0) return `null::${type} as ${column}`;
  const value = type.startsWith("json")
    ? `to_${type}(s.told[${place}])`
    : `s.told[${place}]::${type}`;
  return `${value} as ${column}`;
}

function stagesOf(table: FactTable, staged: readonly string[]): string {
  const { name, key, columns } = table;
  const rest = restOf(table);
  const whole = list(["credit_code", ...key]);
  const typed = [...columns].map((column) => valueOf(staged, column)).join(", ");
  return `staged as materialized (
  select l.line, l.evidence, s.record_key, l.credit_code, l.link_method, l.link_confidence, ${typed}
  from unnest(${listOf(3, "int")}, ${listOf(4, "text")}, ${listOf(5, "text")}, ${listOf(6, "numeric")}, ${listOf(7, "text")})
    as l(line, credit_code, link_method, link_confidence, evidence)
  -- Row by row through the key: the planner knows nothing of rows that came a second ago.
  cross join lateral (select record_key, ${valuesOfFact("fact")} as told from staged_records
    where import_run_id = $1 and line = l.line and outcome is null offset 0) s
), incoming as materialized (
  select distinct on (${whole}) * from staged order by ${whole}, line desc
), paired as materialized (
  select i.credit_code, i.evidence, i.record_key, i.link_method, i.link_confidence, ${list(key, "i.")},
    ${rest.map((column) => `coalesce(i.${column}, f.${column}) as ${column}`).join(", ")},
    e.town_code, e.zone_code, f.credit_code is null as is_new, f.xmin::text as former_xmin
  from incoming i join enterprises e on e.credit_code = i.credit_code
  left join ${name} f on ${sameKey(table, "f", "i")}
), changed as materialized (
  select p.*, to_jsonb(f) as former_row from paired p join ${name} f on ${sameKey(table, "f", "p")}
  where not p.is_new and (${list(rest, "f.")}) is distinct from (${list(rest, "p.")})
), elsewhere as materialized (
  select f.* from paired p cross join lateral (select * from ${name}
    where record_key = p.record_key and source_id = $2 and credit_code <> p.credit_code offset 0) f
)`;
}

function writesOf(table: FactTable): string {
  const { name, key } = table;
  const rest = restOf(table);
  const factKeyOf = (row: string) => `concat_ws('|', ${list(key, `${row}.`)})`;
  const nextVersion = (row: string) => `coalesce((select max(h.version) from fact_history h
    where h.credit_code = ${row}.credit_code and h.fact_table = '${name}' and h.fact_key = ${factKeyOf(row)}), 0) + 1`;
  return `withdrawn as (
  delete from ${name} f using elsewhere m where ${sameKey(table, "f", "m")} and f.record_key = m.record_key
    and f.source_id = $2 returning f.*
), left_behind as (
  insert into fact_history (credit_code, town_code, zone_code, fact_table, fact_key, version, former_row, superseded_by, was_deleted)
  select w.credit_code, w.town_code, w.zone_code, '${name}', ${factKeyOf("w")}, ${nextVersion("w")}, to_jsonb(w), $1, true
  from withdrawn w
), history as (
  insert into fact_history (credit_code, town_code, zone_code, fact_table, fact_key, version, former_row, superseded_by)
  select c.credit_code, c.town_code, c.zone_code, '${name}', ${factKeyOf("c")}, ${nextVersion("c")}, c.former_row, $1
  from changed c
), updated as (
  update ${name} f set (${list(rest)}, source_id, record_key, import_run_id, received_at, link_method, link_confidence)
    = row(${list(rest, "c.")}, $2, c.record_key, $1::bigint, now(), c.link_method, c.link_confidence)
  from changed c where ${sameKey(table, "f", "c")} and f.xmin::text = c.former_xmin
  returning f.credit_code
), created as (
  insert into ${name} (${list(["credit_code", "town_code", "zone_code", ...key, ...rest])}, source_id, record_key,
    import_run_id, link_method, link_confidence)
  select ${list(["credit_code", "town_code", "zone_code", ...key, ...rest])}, $2, record_key, $1::bigint, link_method,
    link_confidence from paired where is_new returning credit_code
), evidence as (
  insert into link_evidence (credit_code, town_code, zone_code, source_id, record_key, method, confidence, evidence, import_run_id)
  select credit_code, town_code, zone_code, $2, record_key, link_method, link_confidence,
    array(select jsonb_array_elements_text(p.evidence::jsonb)), $1 from paired p
  where link_method not in ('CREDIT_CODE', 'REVIEWED') and p.evidence is not null
  on conflict (credit_code, source_id, record_key) do update set method = excluded.method, confidence = excluded.confidence,
    evidence = excluded.evidence, import_run_id = excluded.import_run_id, linked_at = now()
  where (link_evidence.method, link_evidence.evidence) is distinct from (excluded.method, excluded.evidence)
)`;
}

const touched = `(select credit_code from created union select credit_code from updated
    union select credit_code from withdrawn) as touched`;

const dirtyMarks = `dirty as (
  insert into dirty_keys (credit_code, stage, reason)
  select credit_code, stage, $2 from ${touched}
  cross join unnest(array['INDICATORS', 'PORTRAITS']) as stage order by credit_code
  on conflict (credit_code, stage) do update set marked_at = now(), reason = excluded.reason
)`;

const touchedNote = `noted as (
  insert into import_touched (import_run_id, line, credit_codes)
  select $1::bigint, (select max(line) from staged), array_agg(credit_code) from ${touched} having count(*) > 0
)`;

const figures = `(select count(*)::int from paired where is_new) as created, (select count(*)::int from changed) as updated,
  (select count(*)::int from paired where not is_new) - (select count(*)::int from changed) as unchanged,
  (select count(*)::int from staged) - (select count(*)::int from incoming) as superseded,
  (select count(*)::int from elsewhere) as withdrawn,
  (select coalesce(jsonb_object_agg(link_method, rows), '{}') from (
    select link_method, count(*) as rows from staged group by 1) m) as linked`;
