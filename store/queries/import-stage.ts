/** Staged and quarantined rows of a run: written by COPY, cleared when the run has ended. */
import type { Pool, PoolClient } from "../pool.ts";
import { inTransaction } from "../transaction.ts";
import { copyRows, type CopyText, copyText } from "./copy-rows.ts";

export interface StagedRow {
  readonly line: number;
  /** JSON text: cells by column name, as read. */
  readonly raw: string;
  /** JSON text: a row of the registry for the merge; null for a record about an enterprise. */
  readonly parsed: string | null;
  /** Of a record about an enterprise (staged-fact.ts). */
  readonly mention: string | null;
  readonly fact: string | null;
  /** JSON text of a list; null for none. */
  readonly notes: string | null;
  readonly recordKey: string;
  readonly creditCode: string | null;
  readonly linkMethod: string | null;
  /** 0 to 1. */
  readonly linkConfidence: number | null;
}

export interface QuarantinedRow {
  readonly line: number;
  /** JSON text: cells by column name, as read. */
  readonly raw: string;
  /** JSON text of a list of findings, never empty. */
  readonly reasons: string;
}

/** Adds a row to the text that `stageRows` writes. */
export function addStagedRow(text: CopyText, runId: string, row: StagedRow): void {
  const { line, raw, parsed, mention, fact, notes, recordKey } = row;
  const { creditCode, linkMethod, linkConfidence } = row;
  const confidence = linkConfidence === null ? null : String(linkConfidence);
  text.add([
    runId,
    String(line),
    raw,
    parsed,
    mention,
    fact,
    notes,
    recordKey,
    creditCode,
    linkMethod,
    confidence,
  ]);
}

export async function stageRows(
  client: PoolClient,
  run: { readonly id: string; readonly sourceId: string },
  rows: { readonly staged: CopyText; readonly quarantined: readonly QuarantinedRow[] },
): Promise<void> {
  const { staged, quarantined } = rows;
  if (staged.rows > 0) {
    await copyText(
      client,
      "staged_records (import_run_id, line, raw, parsed, mention, fact, notes, record_key, credit_code, link_method, link_confidence)",
      staged,
    );
  }
  if (quarantined.length > 0) {
    await copyRows(
      client,
      "quarantined_rows (import_run_id, line, source_id, raw, reasons)",
      quarantined.map((row) => [run.id, String(row.line), run.sourceId, row.raw, row.reasons]),
    );
  }
}

/** Tells the planner what has been staged: until autovacuum comes by it goes by what stood there before. */
export async function analyzeStaged(pool: Pool): Promise<void> {
  // A minute may pass on a busy disk: the run would stand still for a look at its rows.
  await inTransaction(
    pool,
    (client) => client.query("/* store:import-analyze */ select analyze_staged()"),
    { statementTimeoutMs: 0, lockTimeoutMs: 0 },
  );
}

/** Staged rows of an ended run are of no more use: what was accepted is in the store, what was not in quarantine. */
export async function clearStaged(client: PoolClient, runId: string): Promise<void> {
  await client.query(
    "/* store:import-clear */ delete from staged_records where import_run_id = $1",
    [runId],
  );
}

/** After a dry run nothing stays, its quarantine neither: the report has shown it. */
export async function clearQuarantined(client: PoolClient, runId: string): Promise<void> {
  await client.query(
    "/* store:import-unquarantine */ delete from quarantined_rows where import_run_id = $1",
    [runId],
  );
}
