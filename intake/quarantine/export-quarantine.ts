/**
 * Quarantined rows as a CSV that a department opens in a spreadsheet, mends, and sends back: the columns of the source,
 * a ticket by which the row is known again, and what is wrong with it.
 */
import { csvLine } from "../../lib/csv-line.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { Pool } from "../../store/pool.ts";
import {
  type QuarantineEntry,
  type QuarantineFilter,
  readQuarantine,
} from "../../store/queries/import-quarantine.ts";
import { ticketHeader } from "../describe/fit-header.ts";
import { loadDescription } from "../describe/load-description.ts";
import { wholeLine } from "../run/raw-row.ts";

/**
 * Yields pieces of the file: UTF-8 with a byte order mark, by which spreadsheets know it for UTF-8. Nothing at all when
 * no row fits.
 *
 * @throws GoldseedError BAD_USER_INPUT when rows of several sources fit.
 */
export async function* exportQuarantine(
  pool: Pool,
  filter: QuarantineFilter,
): AsyncGenerator<string, void, undefined> {
  let columns: readonly string[] | undefined;
  let sourceId = "";
  for await (const entry of readQuarantine(pool, filter)) {
    if (columns === undefined) {
      sourceId = entry.sourceId;
      columns = await columnsOf(sourceId);
      yield `\uFEFF${csvLine([ticketHeader, "问题", ...columns, wholeLine])}`;
    }
    if (entry.sourceId !== sourceId) throw severalSources(sourceId, entry.sourceId);
    yield csvLine(cellsOf(entry, columns));
  }
}

/** One file holds one source: rows of another would stand under foreign headers. */
function severalSources(one: string, other: string): GoldseedError {
  return new GoldseedError(
    "BAD_USER_INPUT",
    `隔离区中有多个来源的行（“${one}”、“${other}”），请指明来源或导入编号 / Rows of "${one}" and "${other}" cannot stand in one file. Name a source or a run.`,
  );
}

async function columnsOf(sourceId: string): Promise<readonly string[]> {
  const { description } = await loadDescription(sourceId);
  return description.columns.map(({ headers }) => headers[0]);
}

function cellsOf(entry: QuarantineEntry, columns: readonly string[]): string[] {
  const { raw, reasons } = entry;
  const problem = reasons.map(({ messageZh }) => messageZh).join("；");
  const cells = columns.map((column) => raw[column] ?? "");
  return [`${entry.runId}-${entry.line}`, problem, ...cells, raw[wholeLine] ?? ""];
}
