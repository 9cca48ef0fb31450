/** After staging: rows of one file with one key. Repeats are set aside; contradicting rows are all quarantined. */
import type { PoolClient } from "../../store/pool.ts";
import {
  type Conflict,
  markDuplicates,
  mostConflicts,
  quarantineConflicts,
} from "../../store/queries/import-duplicates.ts";
import { inTransaction } from "../../store/transaction.ts";
import { finding } from "../validate/finding.ts";
import { addCounts } from "./import-report.ts";
import { judgeBatch } from "./judge-batch.ts";
import { advance, assertGoing, type RunContext } from "./run-context.ts";

/** None of contradicting rows is taken: a registry extract has no column that says which of two is the newer. */
export async function settleDuplicates(context: RunContext): Promise<void> {
  assertGoing(context);
  const { report, pool } = context;
  await inTransaction(
    pool,
    async (client) => {
      report.repeated = 0;
      for (;;) {
        const { repeated, conflicts } = await markDuplicates(client, context.run.id);
        report.repeated += repeated;
        if (conflicts.length === 0) break;
        report.quarantined += await quarantine(client, context, conflicts);
        if (conflicts.length < mostConflicts) break;
      }
      report.accepted = report.read - report.blank - report.quarantined - report.repeated;
      report.held = await judgeBatch(client, context);
      const isHeld = report.held.length > 0 && !report.dryRun;
      context.run = await advance(client, context, { state: isHeld ? "HELD" : "MERGING" });
    },
    { statementTimeoutMs: 0 },
  );
}

async function quarantine(
  client: PoolClient,
  { report, run, description }: RunContext,
  conflicts: readonly Conflict[],
): Promise<number> {
  const column = description.columns.find(({ field }) => field === description.key[0])?.headers[0];
  const rows = conflicts.map(({ recordKey, lines, rows: all }) => {
    const expected = `${lines.join("、")}${all > lines.length ? `…（${all}）` : ""}`;
    const facts = { column: column ?? "", value: recordKey, expected };
    addCounts(report.reasons, { DUPLICATE_KEY: all });
    return { recordKey, reasons: [finding("DUPLICATE_KEY", facts)] };
  });
  return quarantineConflicts(client, run, rows);
}
