/**
 * Marks of who is to be looked at again, and by which lane: what was marked for its own sake is fresh, everybody on a new day
 * is the backlog. The two are taken apart, so that a record of now is never judged in one portion with those of the day.
 */
import type { Pool, PoolClient } from "../pool.ts";

/** Those that everybody passes through on a new day. */
export type Stage = "INDICATORS" | "PORTRAITS";

export const lanes = ["fresh", "backlog"] as const;
export type Lane = (typeof lanes)[number];

/** The reason by which the backlog is known; the index of fresh marks leaves it out. */
const ofLane: Readonly<Record<Lane, string>> = {
  // What was marked last is waited for now, an import of a hundred thousand records can wait a little longer.
  fresh: "reason <> 'day' order by marked_at desc",
  backlog: "reason = 'day' order by marked_at",
};

export interface Taking {
  readonly stages: readonly string[];
  readonly lane: Lane;
  readonly limit: number;
}

/** Enterprises of one lane, taken off the lists of `stages` with this transaction. A mark that is being made now is left for the next. */
export async function takeDirty(
  client: PoolClient,
  { stages, lane, limit }: Taking,
): Promise<string[]> {
  const { rows } = await client.query<{ credit_code: string }>(
    // By their places: planned for a table of a few rows, as it mostly is, any join of 20,000 marks took minutes.
    `/* store:take-dirty */ delete from dirty_keys where ctid = any (array(
       select d.place from unnest($1::text[]) as s(stage) cross join lateral
         (select ctid as place from dirty_keys where stage = s.stage and ${ofLane[lane]} limit $2 for update skip locked) d
       limit $2)) returning credit_code`,
    [stages, limit],
  );
  return [...new Set(rows.map((row) => row.credit_code))];
}

/** Tells the screenings to look again: at those that were judged, and after a judgement of all, at those that changed. */
export async function markScreenings(
  client: PoolClient,
  codes: readonly string[] | null,
  lane: Lane,
): Promise<void> {
  await client.query(
    `/* store:mark-screenings */ insert into dirty_keys (credit_code, stage, reason)
     select distinct credit_code, 'SCREENINGS', $2
     from (select credit_code from assessed union all select unnest ($1::text[])) as told
     order by credit_code on conflict (credit_code, stage) ${lane === "fresh" ? "do update set marked_at = now(), reason = excluded.reason" : "do nothing"}`,
    [codes, lane === "fresh" ? "assessments" : "day"],
  );
}

export interface Marks {
  readonly creditCodes: readonly string[];
  readonly stages: readonly Stage[];
  readonly reason: string;
}

/**
 * Marks enterprises to be looked at anew, at once. Waits for a portion in which one is being looked at, so that what that one
 * writes, from before the change of the caller, is not the last word. Before the caller locks an enterprise: a portion of
 * portraits has taken the mark first and the enterprise then.
 */
export async function markFresh(
  client: PoolClient,
  { creditCodes, stages, reason }: Marks,
): Promise<void> {
  await client.query(
    `/* store:mark-fresh */ insert into dirty_keys (credit_code, stage, reason)
     select distinct code collate "C" as code, stage, $3 from unnest($1::text[]) as code cross join unnest($2::text[]) as stage
     order by code, stage
     on conflict (credit_code, stage) do update set marked_at = now(), reason = excluded.reason`,
    [creditCodes, stages, reason],
  );
}

/** Enterprises of one list, which is spread in one go. */
const listLength = 2_500;

/**
 * Puts every enterprise on lists to be looked at anew, because the day or the rules are others: who waits on a list is in
 * nobody's way. Lists of an earlier day that were not come to are superseded. @returns how many.
 */
export async function listAll(client: PoolClient, stage: Stage): Promise<number> {
  await client.query(
    "/* store:unlist */ delete from dirty_lists where reason = 'day' and stages = array[$1]",
    [stage],
  );
  const { rows } = await client.query<{ count: number }>(
    `/* store:list-all */ with lists as (
       insert into dirty_lists (credit_codes, reason, stages)
       select array_agg(credit_code order by credit_code), 'day', array[$1]
       from (select credit_code, (row_number() over (order by credit_code) - 1) / $2::int as list from enterprises) e
       group by list order by list returning cardinality(credit_codes) as length
     ) select coalesce(sum(length), 0)::int as count from lists`,
    [stage, listLength],
  );
  return rows[0]?.count ?? 0;
}

export interface ListedDay {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  /** Digest of the rules. */
  readonly rules: string;
}

/** For which day and rules everybody was put on lists last; null before the first time. */
export async function listedDay(
  client: Pick<Pool | PoolClient, "query">,
  stage: Stage,
): Promise<ListedDay | null> {
  const { rows } = await client.query<ListedDay>(
    "/* store:listed-day */ select day::text as day, rules from listed_days where stage = $1",
    [stage],
  );
  return rows[0] ?? null;
}

/** In the transaction that lists everybody, or has looked at everybody. */
export async function noteListedDay(
  client: PoolClient,
  stage: Stage,
  { day, rules }: ListedDay,
): Promise<void> {
  await client.query(
    `/* store:note-listed-day */ insert into listed_days (stage, day, rules) values ($1, $2, $3)
     on conflict (stage) do update set day = excluded.day, rules = excluded.rules`,
    [stage, day, rules],
  );
}
