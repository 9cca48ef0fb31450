/** What linking reads of staged rows, and how rows are kept out of the merge that wait for an officer. */
import type { Mention } from "../../domain/linking/mention.ts";
import type { Pool, PoolClient } from "../pool.ts";
import { mentionJson, mentionOfText, valuesOfFact } from "../queries/staged-fact.ts";

export interface StagedMention {
  readonly line: number;
  readonly mention: Mention;
}

/** A row as a review keeps it. */
export interface WaitingRow {
  readonly line: number;
  readonly recordKey: string;
  /** Cells by column name, as read. */
  readonly raw: unknown;
  /** The row for the merge, with the digest of what it says: a record that waits already is known again by it. */
  readonly parsed: { readonly content_digest: string };
}

/** The next rows of a run by line, repeats left out; empty when none is left. */
export async function readMentions(
  pool: Pool,
  at: { readonly runId: string; readonly size: number; readonly afterLine: number },
): Promise<readonly StagedMention[]> {
  // As one text: thousands of rows, each parsed on its own, would cost a third of linking them.
  const { rows } = await pool.query<{ mentions: string | null }>(
    `/* store:link-mentions */ select string_agg(line || E'\\x04' || mention, E'\\x05') as mentions
    from (select line, mention from staged_records
      where import_run_id = $1 and line > $3 and outcome is null and mention is not null
      order by line limit $2) s`,
    [at.runId, at.size, at.afterLine],
  );
  return rows[0]?.mentions?.split("\u0005").map(stagedMentionOf) ?? [];
}

function stagedMentionOf(text: string): StagedMention {
  const end = text.indexOf("\u0004");
  return { line: Number(text.slice(0, end)), mention: mentionOfText(text.slice(end + 1)) };
}

/** Takes rows out of the merge, and gives them back to be kept with the question. */
export async function holdForReview(
  client: PoolClient,
  runId: string,
  lines: readonly number[],
): Promise<ReadonlyMap<number, WaitingRow>> {
  const { rows } = await client.query<WaitingRow>(
    `/* store:link-hold */ with held as (
      update staged_records set outcome = 'REVIEW' where import_run_id = $1 and line = any ($2)
      returning line, record_key, raw, mention, fact
    ), told as (
      select h.*, jsonb_build_object('mention', ${mentionJson("h.mention")},
        'fact', jsonb_object(r.fact_columns, ${valuesOfFact("h.fact")})) as parsed
      from held h join import_runs r on r.id = $1
    )
    select line, record_key as "recordKey", raw::json as raw,
      parsed || jsonb_build_object('content_digest', encode(sha256(convert_to(parsed::text, 'UTF8')), 'hex')) as parsed
    from told`,
    [runId, lines],
  );
  return new Map(rows.map((row) => [row.line, row]));
}
