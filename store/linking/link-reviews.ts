/** The queue of records that an officer ties to their enterprise, grouped: one answer settles all that look alike. */
import type { Pool, PoolClient } from "../pool.ts";
import type { LinkDecisionKind } from "./link-decisions.ts";

/** What a review keeps of its records: nothing is dropped when the run's staged rows are cleared. */
export interface ReviewedRecords {
  readonly mention: Readonly<Record<string, string>>;
  readonly rows: readonly {
    readonly line: number;
    readonly recordKey: string;
    readonly raw: unknown;
    readonly parsed: unknown;
  }[];
}

export interface ReviewCandidate {
  readonly creditCode: string;
  readonly name: string;
  readonly former: boolean;
  /** Score in bits. */
  readonly bits: number;
  readonly stops: readonly string[];
}

export interface NewReview {
  readonly groupKey: string;
  readonly record: ReviewedRecords;
  readonly candidates: readonly ReviewCandidate[];
  /** Chinese, about the first candidate. */
  readonly note: string;
  /** Answered before, so that nobody is asked: the records are kept with that answer. Null for a question. */
  readonly decision: LinkDecisionKind | null;
}

export interface ReviewGroup {
  readonly groupKey: string;
  readonly sourceId: string;
  /** Records that wait for this answer. */
  readonly records: number;
  readonly mention: Readonly<Record<string, string>>;
  readonly candidates: readonly ReviewCandidate[];
  readonly note: string | null;
  readonly openedAt: string;
}

export async function openReviews(
  client: PoolClient,
  run: { readonly id: string; readonly sourceId: string },
  reviews: readonly NewReview[],
): Promise<void> {
  if (reviews.length === 0) return;
  await client.query(
    `/* store:link-review-open */ insert into link_reviews
      (import_run_id, source_id, group_key, lines, record, candidates, state, note, decision, decided_at, decided_by)
    select $1, $2, r.key, r.lines, r.record, r.candidates, case when r.decision is null then 'OPEN' else 'DECIDED' end,
      r.note, r.decision, case when r.decision is not null then now() end, case when r.decision is not null then 'linker' end
    from jsonb_to_recordset($3::jsonb)
      as r(key text, lines int[], record jsonb, candidates jsonb, note text, decision text)`,
    [
      run.id,
      run.sourceId,
      JSON.stringify(
        reviews.map(({ groupKey, record, candidates, note, decision }) => ({
          key: groupKey,
          lines: record.rows.map(({ line }) => line),
          record,
          candidates,
          note,
          decision,
        })),
      ),
    ],
  );
}

/** Which of these records are kept already, as `waitingKey` names them: the same file twice asks nobody twice. */
export async function findWaiting(
  client: PoolClient,
  sourceId: string,
  asked: { readonly groupKeys: readonly string[]; readonly recordKeys: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (asked.groupKeys.length === 0) return new Set();
  const { rows } = await client.query<{ key: string }>(
    `/* store:link-review-waiting */ select concat_ws(E'\n', v.group_key, r ->> 'recordKey', r #>> '{parsed,content_digest}') as key
    from link_reviews v cross join lateral jsonb_array_elements(v.record -> 'rows') r
    where v.group_key = any ($2) and v.source_id = $1 and r ->> 'recordKey' = any ($3)
      and (v.state = 'OPEN' or v.state = 'DECIDED' and v.decided_credit_code is null)`,
    [sourceId, asked.groupKeys, asked.recordKeys],
  );
  return new Set(rows.map(({ key }) => key));
}

export const waitingKey = (groupKey: string, recordKey: string, digest: string): string =>
  [groupKey, recordKey, digest].join("\n");

/** Groups that wait: those with candidates first, then by how many records one answer settles. */
export async function listReviewGroups(
  pool: Pool,
  filter: { readonly sourceId?: string | undefined; readonly limit: number },
): Promise<readonly ReviewGroup[]> {
  const { rows } = await pool.query<ReviewGroup>(
    `/* store:link-review-list */ select group_key as "groupKey", min(source_id) as "sourceId",
      sum(cardinality(lines))::int as records, (array_agg(record -> 'mention' order by opened_at desc))[1] as mention,
      (array_agg(candidates order by opened_at desc))[1] as candidates, (array_agg(note order by opened_at desc))[1] as note,
      to_char(min(opened_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "openedAt"
    from link_reviews where state = 'OPEN' and ($1::text is null or source_id = $1) group by group_key
    order by (array_agg(candidates order by opened_at desc))[1] = '[]', records desc, group_key limit $2`,
    [filter.sourceId ?? null, filter.limit],
  );
  return rows;
}

export interface SettledReview {
  readonly id: string;
  readonly importRunId: string;
  readonly sourceId: string;
  readonly record: ReviewedRecords;
}

/** Settles every open review of the group and returns them, with the records to be merged. Empty if none was open. */
export async function settleReviews(
  client: PoolClient,
  decided: {
    readonly groupKey: string;
    readonly decision: LinkDecisionKind;
    readonly creditCode: string | null;
    readonly decidedBy: string;
  },
): Promise<readonly SettledReview[]> {
  const { rows } = await client.query<SettledReview>(
    `/* store:link-review-settle */ update link_reviews set state = 'DECIDED', decision = $2, decided_credit_code = $3,
      decided_by = $4, decided_at = now() where group_key = $1 and state = 'OPEN'
    returning id, import_run_id::text as "importRunId", source_id as "sourceId", record`,
    [decided.groupKey, decided.decision, decided.creditCode, decided.decidedBy],
  );
  return rows;
}

/** Puts the group back into the queue: what was decided stays as history, a new review takes its place. */
export async function reopenReviews(client: PoolClient, groupKey: string): Promise<number> {
  const { rowCount } = await client.query(
    `/* store:link-review-reopen */ with undone as (
      update link_reviews set state = 'UNDONE' where group_key = $1 and state = 'DECIDED' returning *)
    insert into link_reviews (import_run_id, source_id, group_key, lines, record, candidates, state, note)
    select import_run_id, source_id, group_key, lines, record, candidates, 'OPEN', note from undone`,
    [groupKey],
  );
  return rowCount ?? 0;
}

/** The group's reviews that a decision in force has settled. */
export async function readSettled(
  client: PoolClient,
  groupKey: string,
): Promise<readonly SettledReview[]> {
  const { rows } = await client.query<SettledReview>(
    `/* store:link-review-settled */ select id, import_run_id::text as "importRunId", source_id as "sourceId", record
    from link_reviews where group_key = $1 and state = 'DECIDED'`,
    [groupKey],
  );
  return rows;
}

/** Takes open questions back that are no questions any more: those of the groups about one of the records. */
export async function withdrawReviews(
  client: PoolClient,
  sourceId: string,
  of: { readonly groupKeys: readonly string[]; readonly recordKeys: readonly string[] },
): Promise<void> {
  await client.query(
    `/* store:link-review-withdraw */ update link_reviews v set state = 'UNDONE'
    where state = 'OPEN' and source_id = $1 and group_key = any ($2)
      and exists (select from jsonb_array_elements(v.record -> 'rows') r where r ->> 'recordKey' = any ($3))`,
    [sourceId, of.groupKeys, of.recordKeys],
  );
}

export async function countOpenReviews(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ open: number }>(
    "/* store:link-review-count */ select count(*)::int as open from link_reviews where state = 'OPEN'",
  );
  return rows[0]?.open ?? 0;
}

/** Open reviews page by page, for the linker to try again; `after` is the last id of the page before. */
export async function readOpenReviews(
  pool: Pool,
  page: { readonly after: string | null; readonly limit: number },
): Promise<readonly (Pick<SettledReview, "id" | "sourceId" | "record"> & { groupKey: string })[]> {
  const { rows } = await pool.query<
    Pick<SettledReview, "id" | "sourceId" | "record"> & { groupKey: string }
  >(
    `/* store:link-review-page */ select id, source_id as "sourceId", group_key as "groupKey",
      jsonb_build_object('mention', record -> 'mention', 'rows', '[]'::jsonb) as record
    from link_reviews where state = 'OPEN' and ($1::uuid is null or id > $1) order by id limit $2`,
    [page.after, page.limit],
  );
  return rows;
}
