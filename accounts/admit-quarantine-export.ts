/** Quarantined rows leave as a file of a department's raw records: a long one with another person's agreement, as a long list. */
import { type BulkExport, freeRows } from "../domain/access/bulk-export.ts";
import type { Principal } from "../domain/access/principal.ts";
import { GoldseedError } from "../domain/errors.ts";
import type { Pool } from "../store/pool.ts";
import { countQuarantinedRows, type QuarantineFilter } from "../store/queries/import-quarantine.ts";
import { admitExport } from "./admit-export.ts";
import type { ExportQuestion } from "./request-export.ts";

/** As what such a file is asked for and agreed to, by command, graph and HTTP alike. */
export function quarantineQuestion({
  sourceId: source,
  runId: run,
  all,
}: QuarantineFilter): Pick<ExportQuestion, "document" | "variables"> {
  return {
    document: "quarantine export",
    variables: {
      ...(source !== undefined && { source }),
      ...(run !== undefined && { run }),
      ...(all === true && { all }),
    },
  };
}

/** @param id of the export that another confirmed; null without one. @throws GoldseedError EXPORT_UNCONFIRMED */
export async function admitQuarantineExport(
  pool: Pool,
  principal: Principal,
  { filter, id }: { readonly filter: QuarantineFilter; readonly id: string | null },
  bulkExport: BulkExport,
): Promise<void> {
  const rows = await countQuarantinedRows(pool, filter);
  const free = freeRows(bulkExport, principal.role);
  if (free === null || rows <= free) return;
  const question = quarantineQuestion(filter);
  const agreed =
    id === null ? 0 : await admitExport(pool, principal, { id, ...question }, bulkExport.hours);
  if (rows <= agreed) return;
  throw new GoldseedError(
    "EXPORT_UNCONFIRMED",
    `共 ${rows} 行，超过 ${Math.max(free, agreed)} 行须另一人确认：goldseed quarantine export … --propose 事由，或 requestExport / ${rows} rows are more than ${agreed > 0 ? `the ${agreed} that were confirmed` : `the ${free} that one person decides about`}: \`goldseed quarantine export … --propose REASON\`, or \`requestExport\` with the document "${question.document}" and the variables ${JSON.stringify(question.variables)}.`,
    { details: { rows, free } },
  );
}
