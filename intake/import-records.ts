/**
 * Takes one file of a source into the store: staged, checked, merged, reported. Nothing is dropped: a record is accepted,
 * a repeat, or quarantined with every reason.
 */
import { resolve } from "node:path";

import { GoldseedError } from "../domain/errors.ts";
import type { Pool } from "../store/pool.ts";
import { upsertSource } from "../store/queries/import-reference.ts";
import {
  findRunOfFile,
  findUnfinishedRun,
  type ImportRunRow,
  insertImportRun,
} from "../store/queries/import-runs.ts";
import { ticketHeader } from "./describe/fit-header.ts";
import { loadDescription, type LoadedDescription } from "./describe/load-description.ts";
import type { FileFacts } from "./read/file-facts.ts";
import { type Input, openInput } from "./read/open-input.ts";
import { assertNoneHeld } from "./run/assert-none-held.ts";
import { factColumnsOf } from "./run/fact-columns.ts";
import { driveRun, type Landing } from "./run/drive-run.ts";
import { type ImportReport, newReport, type WayIn } from "./run/import-report.ts";
import type { OnProgress } from "./run/progress.ts";
import { contextOf } from "./run/run-context.ts";
import { withSourceLock } from "./run/with-source-lock.ts";

export interface ImportRequest {
  /** Logs in as goldseed_worker. */
  readonly pool: Pool;
  readonly sourceId: string;
  readonly path: string;
  /** Who answers for it: a subject, or `cli:` and the account. */
  readonly startedBy: string;
  /** Says what would happen, and leaves nothing behind but the run's report. */
  readonly dryRun?: boolean | undefined;
  readonly onProgress?: OnProgress | undefined;
  /** Stops between two chunks; the run can then be resumed. */
  readonly signal?: AbortSignal | undefined;
  /** Rows of one transaction; 5,000 when left out. */
  readonly chunkRows?: number | undefined;
  /** Folder of source descriptions; the shipped one when left out. */
  readonly descriptions?: string | undefined;
  /** Why a file is right whose columns look swapped: it is let in, and the reason stands in its report. */
  readonly acceptColumns?: string | undefined;
  /** A file when left out. */
  readonly way?: WayIn | undefined;
  /** Done in the transaction that ends staging: what belongs to all records of the file having landed. */
  readonly landing?: Landing | undefined;
}

export interface ImportOutcome {
  /** Decimal digits of a bigint. */
  readonly runId: string;
  readonly report: ImportReport;
  /** True when a run of this file that was interrupted was taken to its end instead of a new one. */
  readonly resumed: boolean;
}

/**
 * @throws GoldseedError BAD_USER_INPUT for an empty or endless reason, NOT_FOUND for an unknown source, FILE_UNREADABLE, FILE_REFUSED with what is wrong with the file,
 * CONFLICT while another import of the source is under way or waits to be resumed.
 */
export async function importRecords(request: ImportRequest): Promise<ImportOutcome> {
  const { pool, sourceId, signal } = request;
  assertReason(request.acceptColumns);
  const loaded = await loadDescription(sourceId, request.descriptions);
  const input = await openInput(request.path, loaded.description, signal);
  try {
    return await withSourceLock(pool, sourceId, async (lock) => {
      const unfinished = await findUnfinishedRun(pool, sourceId);
      if (unfinished !== undefined)
        assertResumable(unfinished, input.facts, request.dryRun ?? false);
      else if (request.dryRun !== true) await assertNoneHeld(pool, sourceId);
      const run = unfinished ?? (await begin(request, loaded, input));
      const context = contextOf(request, { lock, run, description: loaded.description });
      await driveRun(context, input, request.landing);
      return { runId: run.id, report: context.report, resumed: unfinished !== undefined };
    });
  } finally {
    await input.close();
  }
}

/** The same file sent again after a crash means: go on. Another file must not bury the one that was begun. */
function assertResumable(run: ImportRunRow, facts: FileFacts, dryRun: boolean): void {
  const { report } = run;
  if (run.fileDigest === facts.digest && (report?.["dryRun"] ?? false) === dryRun) return;
  throw new GoldseedError(
    "CONFLICT",
    `来源“${run.sourceId}”的第 ${run.id} 次导入（“${run.fileName ?? ""}”）中断于 ${run.startedAt} 之后，请先续完（把同一文件再送一次即可）或放弃 / Run ${run.id} of "${run.sourceId}" ("${run.fileName ?? ""}") was interrupted. Finish it by sending that file again or with \`goldseed import resume ${run.id}\`, or give it up with \`goldseed import abandon ${run.id}\`.`,
    { details: { runId: run.id } },
  );
}

const longestReason = 500;

/** @throws GoldseedError BAD_USER_INPUT */
function assertReason(reason: string | undefined): void {
  if (reason === undefined) return;
  const { length } = reason.trim();
  if (length > 0 && length <= longestReason) return;
  throw new GoldseedError(
    "BAD_USER_INPUT",
    `确认列无误的理由有 ${length} 字，应为 1 至 ${longestReason} 字 / The reason why the columns are right has ${length} characters, expected 1 to ${longestReason}.`,
  );
}

async function begin(
  { pool, sourceId, path, startedBy, dryRun = false, way = "FILE", acceptColumns }: ImportRequest,
  { description, digest }: LoadedDescription,
  { facts, header }: Input,
): Promise<ImportRunRow> {
  const { id, names, department, cadence, classification } = description;
  await upsertSource(pool, {
    id,
    nameZh: names.zh,
    nameEn: names.en,
    department,
    cadence,
    classification,
    description,
    digest,
  });
  const absent = description.columns.filter((_, i) => header.fit.places[i] === -1);
  const report = newReport({
    source: { id, descriptionDigest: digest },
    file: {
      ...facts,
      delimiter: header.delimiter,
      headerLine: header.line,
      unknownColumns: header.fit.unknown,
      absentColumns: absent.map(({ headers }) => headers[0]),
    },
    dryRun,
    way,
    path: resolve(path),
    sameFileAsRun: (await findRunOfFile(pool, sourceId, facts.digest)) ?? null,
    ticketHeader: header.names.includes(ticketHeader) ? ticketHeader : null,
    columnsAccepted: acceptColumns?.trim() ?? null,
  });
  return insertImportRun(pool, {
    sourceId,
    fileName: facts.name,
    fileDigest: facts.digest,
    fileBytes: facts.bytes,
    encoding: facts.encoding,
    startedBy,
    report: { ...report },
    factColumns: description.target === "FACTS" ? factColumnsOf(description) : null,
  });
}
