/** After staging: rows of one file with one key. Repeats are set aside; contradicting rows are all quarantined. */
import { markDuplicates, quarantineConflicts } from "../../store/queries/import-duplicates.ts";
import { inTransaction } from "../../store/transaction.ts";
import { finding } from "../validate/finding.ts";
import { tally } from "./import-report.ts";
import { judgeBatch } from "./judge-batch.ts";
import { advance, assertGoing, type RunContext } from "./run-context.ts";

/** None of contradicting rows is taken: a registry extract has no column that says which of two is the newer. */
export async function settleDuplicates(context: RunContext): Promise<void> {
  assertGoing(context);
  const { report, run, description, pool } = context;
  const column = description.columns.find(({ field }) => field === description.key[0])?.headers[0];
  await inTransaction(
    pool,
    async (client) => {
      const { repeated, conflicts } = await markDuplicates(client, run.id);
      const rows = conflicts.map(({ recordKey, lines }) => {
        const expected = lines.join("、");
        const reasons = [
          finding("DUPLICATE_KEY", { column: column ?? "", value: recordKey, expected }),
        ];
        for (const _ of lines) tally(report.reasons, reasons);
        return { recordKey, reasons };
      });
      const moved = rows.length === 0 ? 0 : await quarantineConflicts(client, run, rows);
      report.repeated = repeated;
      report.quarantined += moved;
      report.accepted = report.read - report.blank - report.quarantined - repeated;
      report.held = await judgeBatch(client, context);
      const isHeld = report.held.length > 0 && !report.dryRun;
      context.run = await advance(client, context, { state: isHeld ? "HELD" : "MERGING" });
    },
    { statementTimeoutMs: 0 },
  );
}
