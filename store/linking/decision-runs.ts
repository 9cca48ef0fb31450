/** Runs of records that were merged after their import, by an answer or by a register that has grown. */
import type { PoolClient } from "../pool.ts";
import type { Mention } from "../../domain/linking/mention.ts";
import { copyRows } from "../queries/copy-rows.ts";
import { factText, mentionText } from "../queries/staged-fact.ts";

export async function openDecisionRun(
  client: PoolClient,
  run: { readonly sourceId: string; readonly startedBy: string; readonly groupKey: string },
): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `/* store:decision-run-open */ insert into import_runs (source_id, state, started_by, report)
    values ($1, 'MERGING', $2, jsonb_build_object('decision', $3::text)) returning id::text`,
    [run.sourceId, run.startedBy, run.groupKey],
  );
  const [row] = rows;
  if (row === undefined) throw new Error("insert returned no row");
  return row.id;
}

interface ReviewedFact {
  readonly mention: Mention;
  readonly fact: Readonly<Record<string, string | null>>;
}

/** Lines are numbered anew: the records may come from several files. @returns the order of the facts' values. */
export async function stageReviewed(
  client: PoolClient,
  runId: string,
  records: readonly {
    readonly recordKey: string;
    readonly raw: unknown;
    readonly parsed: unknown;
  }[],
): Promise<readonly string[]> {
  const facts = records.map((record) => ({ ...record, ...(record.parsed as ReviewedFact) }));
  const columns = [...new Set(facts.flatMap(({ fact }) => Object.keys(fact)))];
  await client.query(
    "/* store:decision-run-columns */ update import_runs set fact_columns = $2 where id = $1",
    [runId, columns],
  );
  await copyRows(
    client,
    "staged_records (import_run_id, line, raw, mention, fact, record_key)",
    facts.map(({ recordKey, raw, mention, fact }, i) => [
      runId,
      String(i + 1),
      JSON.stringify(raw),
      mentionText(mention),
      factText(columns, fact),
      recordKey,
    ]),
  );
  return columns;
}

export async function closeDecisionRun(
  client: PoolClient,
  runId: string,
  report: Readonly<Record<string, unknown>>,
): Promise<void> {
  await client.query(
    `/* store:decision-run-close */ update import_runs set state = 'DONE', finished_at = now(), report = $2 where id = $1`,
    [runId, JSON.stringify(report)],
  );
}

/** Runs that an answer to the group made and that stand. */
export async function findDecisionRuns(
  client: PoolClient,
  groupKey: string,
): Promise<readonly { readonly id: string; readonly sourceId: string }[]> {
  const { rows } = await client.query<{ id: string; sourceId: string }>(
    `/* store:decision-runs */ select id::text, source_id as "sourceId" from import_runs
    where source_id = split_part($1, '|', 1) and state = 'DONE' and report ->> 'decision' = $1 order by import_runs.id desc`,
    [groupKey],
  );
  return rows;
}

export async function markRunUndone(client: PoolClient, runId: string): Promise<void> {
  await client.query(
    "/* store:decision-run-undo */ update import_runs set state = 'UNDONE' where id = $1",
    [runId],
  );
}
