/**
 * Reads a file from where the run stands to its end: each record checked and staged, or quarantined with every reason.
 *
 * A chunk, its quarantine and the line it ends on are one transaction, so that a run killed at any moment goes on
 * behind the last chunk. While PostgreSQL takes in one chunk the next is read.
 */
import { setImmediate as breathe } from "node:timers/promises";

import { GoldseedError } from "../../domain/errors.ts";
import { stageRows } from "../../store/queries/import-stage.ts";
import { inTransaction } from "../../store/transaction.ts";
import type { RecordLines } from "../read/open-input.ts";
import { readRecordBlocks } from "../read/read-record-blocks.ts";
import type { PreparedTarget } from "./import-target.ts";
import { advance, assertGoing, type RunContext } from "./run-context.ts";
import { addChunk, newChunk, recordTaker, rowsOf, type StagingChunk } from "./staging-chunk.ts";
import { assertNotSwapped, watchColumns } from "./swapped-columns.ts";

/**
 * Records between two looks at what has come in: a transaction is five round trips, and each would wait for the whole
 * block to be checked. PostgreSQL would stand idle while this process works, and this process while it writes.
 */
const recordsABreath = 64;

/** A first chunk of at least so many rows, of which so many are wrong, is a file of another kind. */
const gate = { rows: 100, share: 0.8 };

/** @throws GoldseedError FILE_REFUSED when nearly all of the first rows are wrong. */
export async function stageFile(
  context: RunContext,
  lines: RecordLines,
  target: PreparedTarget,
): Promise<void> {
  const { header } = lines;
  // What a workbook is written out as is longer than it: progress is told in bytes of the file that was sent.
  const scale = context.report.file.bytes / Math.max(1, lines.bytes);
  const take = recordTaker(context, header, target);
  const resumeAfter = Math.max(context.run.stagedLines, header.line);
  const watch = watchColumns(context.description, header);
  let chunk = newChunk();
  let writing: Promise<void> = Promise.resolve();
  let taken = 0;
  try {
    for await (const { records, bytes } of readRecordBlocks(lines.path, lines, header.splitter())) {
      for (const record of records) {
        if (record.line <= resumeAfter) continue;
        watch.see(record);
        take(record, chunk);
        if (++taken % recordsABreath === 0) await breathe();
        if (rowsOf(chunk) < context.chunkRows) continue;
        assertNotSwapped(context, watch);
        await writing;
        writing = writeChunk(context, chunk, Math.floor(bytes * scale));
        // Met by the next await; until then it must not count as unhandled.
        writing.catch(() => undefined);
        chunk = newChunk();
      }
    }
    assertNotSwapped(context, watch);
    await writing;
    const { bytes } = context.report.file;
    if (rowsOf(chunk) > 0) await writeChunk(context, chunk, bytes);
  } finally {
    await writing.catch(() => undefined);
  }
}

async function writeChunk(context: RunContext, chunk: StagingChunk, bytes: number): Promise<void> {
  assertGoing(context);
  if (context.report.read === 0) assertFits(context, chunk);
  addChunk(context.report, chunk);
  await inTransaction(
    context.pool,
    async (client) => {
      await stageRows(client, context.run, chunk);
      const to = { state: "STAGING", stagedBytes: bytes, stagedLines: chunk.lastLine } as const;
      context.run = await advance(client, context, to);
    },
    { statementTimeoutMs: 0, durable: "soon" },
  );
  const { read, quarantined, file } = context.report;
  const { id: runId } = context.run;
  context.onProgress({
    runId,
    phase: "STAGING",
    done: bytes,
    total: file.bytes,
    read,
    quarantined,
  });
}

function assertFits({ report, description }: RunContext, chunk: StagingChunk): void {
  // Rows that were wrong before and are sent again are no file of another kind.
  if (report.ticketHeader !== null) return;
  const rows = rowsOf(chunk) - chunk.blank;
  const wrong = chunk.quarantined.length;
  if (rows < gate.rows || wrong < rows * gate.share) return;
  const reasons = Object.entries(chunk.reasons).sort(([, a], [, b]) => b - a);
  const list = reasons.slice(0, 3).map(([code, count]) => `${code} × ${count}`);
  throw new GoldseedError(
    "FILE_REFUSED",
    `“${report.file.name}”前 ${rows} 行中有 ${wrong} 行不合格，不像“${description.names.zh}”的数据，列可能错位 / Of the first ${rows} rows of "${report.file.name}" ${wrong} are wrong (${list.join(", ")}): it does not look like ${description.names.en}, or its columns are shifted. Nothing was taken in.`,
    { details: { rows, wrong, reasons: chunk.reasons } },
  );
}
