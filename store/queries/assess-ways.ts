/** Assessments that are near passing and have not been given their ways to pass. */
import { escapeIdentifier } from "pg";

import { parseJsonExact } from "../../lib/parse-json-exact.ts";
import type { PoolClient } from "../pool.ts";

export interface PendingWays {
  readonly creditCode: string;
  readonly packId: string;
  /** The verdict that is looked at; ways are of no other. */
  readonly revision: number;
}

/** Nothing is locked: whoever is judged meanwhile does not wait for a search. Empty when nothing is left. */
export async function readPendingWays(
  client: PoolClient,
  search: {
    readonly packIds: readonly string[];
    readonly progress: number;
    readonly limit: number;
  },
): Promise<PendingWays[]> {
  const { rows } = await client.query<{ credit_code: string; pack_id: string; revision: number }>(
    // Pack by pack along the index: asked for all at once, the planner believes in a hundred thousand rows and reads them in
    // parallel, 1.5 s of both cores each time a record came; this way 0.2 ms.
    `/* store:pending-ways */ select found.credit_code, found.pack_id, found.revision
    from unnest($2::text[]) as asked (pack_id) cross join lateral (
      select credit_code, pack_id, revision, progress from assessments
      where superseded_at is null and ways_to_pass is null and verdict <> 'TRUE' and pack_id = asked.pack_id and progress >= $1
      order by progress desc limit $3) found
    order by found.progress desc limit $3`,
    [search.progress, search.packIds, search.limit],
  );
  return rows.map(({ credit_code, pack_id, revision }) => ({
    creditCode: credit_code,
    packId: pack_id,
    revision,
  }));
}

/** Each row of a sheet as JSON text, by credit code: parsed here, figures would be cut to doubles. */
export async function readSheet(
  client: PoolClient,
  sheet: string,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ credit_code: string; sheet: string }>(
    `/* store:read-sheet */ select credit_code, (to_jsonb(s) - 'flags')::text as sheet from ${escapeIdentifier(sheet)} s`,
  );
  return new Map(rows.map((row) => [row.credit_code, row.sheet]));
}

/** As `readSheet`, parsed with every digit, and what is wrong with the facts. */
export async function readFlaggedSheet(
  client: PoolClient,
  sheet: string,
): Promise<
  ReadonlyMap<
    string,
    { readonly row: Readonly<Record<string, unknown>>; readonly flags: readonly string[] }
  >
> {
  const { rows } = await client.query<{ credit_code: string; row: string; flags: string[] }>(
    `/* store:read-sheet */ select credit_code, (to_jsonb(s) - 'flags')::text as row, flags from ${escapeIdentifier(sheet)} s`,
  );
  return new Map(
    rows.map(({ credit_code, row, flags }) => [
      credit_code,
      { row: parseJsonExact(row) as Readonly<Record<string, unknown>>, flags },
    ]),
  );
}

export interface FoundWays extends PendingWays {
  /** Empty when no work of the enterprise can make it pass. */
  readonly ways: unknown;
}

/**
 * A verdict that has been superseded meanwhile gets none, nor one that somebody is judging: a judgement of all holds rows for
 * minutes and asks for others, and two that wait for each other lose one of them. @returns how many were written.
 */
export async function writeWays(client: PoolClient, found: readonly FoundWays[]): Promise<number> {
  const { rowCount } = await client.query(
    `/* store:ways */ with w as (
      select * from jsonb_to_recordset($1) as w("creditCode" text, "packId" text, revision int, ways jsonb)
    ), free as materialized (
      select a.credit_code, a.pack_id, a.revision, w.ways from w
      join assessments a on a.credit_code = w."creditCode" and a.pack_id = w."packId" and a.revision = w.revision
      where a.superseded_at is null for no key update of a skip locked
    )
    update assessments a set ways_to_pass = free.ways from free
    where a.credit_code = free.credit_code and a.pack_id = free.pack_id and a.revision = free.revision and a.superseded_at is null`,
    [JSON.stringify(found)],
  );
  return rowCount ?? 0;
}
