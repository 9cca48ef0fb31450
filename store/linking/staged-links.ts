/** The linking of staged rows: which still wait, and what was found for them, written in one statement a chunk. */
import type { ReviewCandidate } from "./link-reviews.ts";
import type { Pool, PoolClient } from "../pool.ts";

/** A row that waits to be linked. */
export interface UnlinkedRow {
  readonly line: number;
  readonly recordKey: string;
  /** Cells by column name, as read. */
  readonly raw: unknown;
  /** The row for the merge; its `mention` says what the record says of its enterprise. */
  readonly parsed: {
    readonly mention?: Readonly<Record<string, string | null>>;
    readonly content_digest?: string;
    /** What the linker found while the row was staged. */
    readonly asked?: {
      readonly decision: "LINK" | "REVIEW" | "NONE";
      readonly candidates: readonly ReviewCandidate[];
      readonly note: string;
      readonly stamp: string;
    };
  };
}

export interface StagedLink {
  readonly line: number;
  /** Null for a row that waits for an officer or found none. */
  readonly creditCode: string | null;
  readonly method: string | null;
  readonly confidence: number | null;
  /** Why: kept with the row, and merged with it. */
  readonly evidence: readonly string[];
}

/** Set on rows that are not merged now: they wait in link_reviews, with the record. */
export const waitsForReview = "REVIEW";

/** Of what the record says, apart from what the linker found: by it a record that waits already is known again. */
const digest = `encode(sha256(convert_to((parsed - '{evidence,asked,content_digest}'::text[])::text, 'UTF8')), 'hex')`;

/** The next rows of a run, by line; empty when all have been looked at. Rows that are linked already are not met again. */
export async function readUnlinked(
  client: PoolClient,
  at: { readonly runId: string; readonly size: number; readonly afterLine: number },
): Promise<readonly UnlinkedRow[]> {
  const { rows } = await client.query<UnlinkedRow>(
    `/* store:link-unlinked */ select line, record_key as "recordKey", raw,
      parsed || jsonb_build_object('content_digest', ${digest}) as parsed from staged_records
    where import_run_id = $1 and line > $3 and credit_code is null and outcome is null and parsed is not null
    order by line limit $2`,
    [at.runId, at.size, at.afterLine],
  );
  return rows;
}

export async function hasUnlinked(pool: Pool, runId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `/* store:link-any-open */ select from staged_records
     where import_run_id = $1 and credit_code is null and outcome is null and parsed is not null limit 1`,
    [runId],
  );
  return rowCount === 1;
}

export async function writeStagedLinks(
  client: PoolClient,
  runId: string,
  links: readonly StagedLink[],
): Promise<void> {
  await client.query(
    `/* store:link-write */ update staged_records s set credit_code = l.credit_code, link_method = l.method,
      link_confidence = l.confidence, outcome = case when l.credit_code is null then $3 end,
      parsed = case when l.evidence = '[]' then s.parsed else s.parsed || jsonb_build_object('evidence', l.evidence) end
    from jsonb_to_recordset($2::jsonb) as l(line int, credit_code text, method text, confidence numeric, evidence jsonb)
    where s.import_run_id = $1 and s.line = l.line`,
    [
      runId,
      JSON.stringify(
        links.map(({ line, creditCode, method, confidence, evidence }) => ({
          line,
          credit_code: creditCode,
          method,
          confidence,
          evidence,
        })),
      ),
      waitsForReview,
    ],
  );
}
