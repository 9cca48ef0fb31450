/**
 * Marks of who is to be looked at again, and by which lane: what was marked for its own sake is fresh, everybody on a new day
 * is the backlog. The two are taken apart, so that a record of now is never judged in one portion with those of the day.
 */
import type { PoolClient } from "../pool.ts";

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

/**
 * Marks one enterprise to be judged anew, at once. Waits for a portion in which it is being judged, so that what that one
 * writes, from before the change of the caller, is not the last word.
 */
export async function markForJudging(
  client: PoolClient,
  creditCode: string,
  reason: string,
): Promise<void> {
  await client.query(
    `/* store:mark-one */ insert into dirty_keys (credit_code, stage, reason) values ($1, 'INDICATORS', $2)
     on conflict (credit_code, stage) do update set marked_at = now(), reason = excluded.reason`,
    [creditCode, reason],
  );
}

/**
 * Marks every enterprise to be judged anew, because the day or the packs are others. What was marked for its own sake
 * stays fresh. @returns how many.
 */
export async function markAllForJudging(client: PoolClient): Promise<number> {
  const { rowCount } = await client.query(
    `/* store:mark-all */ insert into dirty_keys (credit_code, stage, reason)
     select credit_code, 'INDICATORS', 'day' from enterprises order by credit_code on conflict do nothing`,
  );
  return rowCount ?? 0;
}
