/** The last transaction of a run: older quarantine settled, staging cleared, the report saved. */
import type { ImportState } from "../../domain/vocabulary.ts";
import type { PoolClient } from "../../store/pool.ts";
import { countMissing, endMissing } from "../../store/queries/import-gates.ts";
import { settleQuarantine } from "../../store/queries/import-quarantine.ts";
import { clearQuarantined, clearStaged } from "../../store/queries/import-stage.ts";
import { listTouched } from "../../store/queries/import-touched.ts";
import { inTransaction } from "../../store/transaction.ts";
import { tableOf } from "../facts/table-of.ts";
import { assertSums } from "./import-report.ts";
import { advance, assertGoing, type RunContext } from "./run-context.ts";

export async function finishRun(context: RunContext): Promise<void> {
  assertGoing(context);
  assertSums(context.report);
  const { report, run, pool } = context;
  await inTransaction(
    pool,
    async (client) => {
      report.ended = await endMissingOf(client, context);
      if (report.dryRun) await clearQuarantined(client, run.id);
      else report.settled = await settleQuarantine(client, settlementOf(context));
      await listTouched(client, run);
      await clearStaged(client, run.id);
      report.path = null;
      // A dry run leaves its report and nothing else, as an import that was undone does.
      context.run = await advance(client, context, { state: endOf(context) });
    },
    { statementTimeoutMs: 0 },
  );
}

/** Enterprises that are new or named anew are asked about once more by what waits. */
function endOf({ report, description }: RunContext): ImportState {
  if (report.dryRun) return "UNDONE";
  const grew = report.created + report.updated > 0;
  return description.target === "ENTERPRISES" && grew ? "RELINKING" : "DONE";
}

/** A list with rows that could not be read is not complete: what it lacks may be among them. */
async function endMissingOf(
  client: PoolClient,
  { description, report, run }: RunContext,
): Promise<number> {
  if (!description.completeList || description.target !== "FACTS") return 0;
  if (report.quarantined > 0 || report.ticketHeader !== null || report.way !== "FILE") return 0;
  const table = tableOf(description);
  if (report.dryRun) return (await countMissing(client, table, run)).missing;
  return endMissing(client, table, run);
}

function settlementOf({ description, report, run }: RunContext) {
  const key = description.columns.find(({ field }) => field === description.key[0]);
  return {
    runId: run.id,
    sourceId: run.sourceId,
    keyHeader: key?.headers[0] ?? "",
    ticketHeader: report.ticketHeader,
  };
}
