/** Records of one staging transaction with the figures they add, kept apart until they are written together. */
import { CopyText } from "../../store/queries/copy-rows.ts";
import { addStagedRow, type QuarantinedRow } from "../../store/queries/import-stage.ts";
import type { Header } from "../read/read-header.ts";
import type { SourceRecord } from "../read/source-record.ts";
import { validateRecord } from "../validate/validate-record.ts";
import { addCounts, type ImportReport, tally } from "./import-report.ts";
import type { PreparedTarget } from "./import-target.ts";
import { rawOf } from "./raw-row.ts";
import type { RunContext } from "./run-context.ts";

export interface StagingChunk {
  readonly staged: CopyText;
  readonly quarantined: QuarantinedRow[];
  readonly reasons: Record<string, number>;
  readonly notes: Record<string, number>;
  readonly repairs: Record<string, number>;
  blank: number;
  repaired: number;
  /** 0 while the chunk is empty. */
  lastLine: number;
}

export function newChunk(): StagingChunk {
  return {
    staged: new CopyText(),
    quarantined: [],
    reasons: {},
    notes: {},
    repairs: {},
    blank: 0,
    repaired: 0,
    lastLine: 0,
  };
}

export const rowsOf = ({ staged, quarantined, blank }: StagingChunk): number =>
  staged.rows + quarantined.length + blank;

/** Returns what checks one record and puts it into a chunk. */
export function recordTaker(context: RunContext, header: Header, target: PreparedTarget) {
  const { description, today, run } = context;
  const shape = { description, places: header.fit.places, width: header.names.length };
  const reading = { ...target.context, today };
  return (record: SourceRecord, chunk: StagingChunk): void => {
    chunk.lastLine = record.line;
    if (isBlank(record)) {
      chunk.blank++;
      return;
    }
    const checked = validateRecord(record, shape, reading);
    const raw = rawOf(record, header, description);
    const { line } = record;
    if (checked.reasons.length > 0) {
      tally(chunk.reasons, checked.reasons);
      chunk.quarantined.push({ line, raw, reasons: JSON.stringify(checked.reasons) });
      return;
    }
    const remarks = [...checked.notes, ...checked.repairs];
    const notes = remarks.length === 0 ? null : JSON.stringify(remarks);
    addStagedRow(chunk.staged, run.id, { line, raw, notes, ...target.complete(checked) });
    tally(chunk.notes, checked.notes);
    tally(chunk.repairs, checked.repairs);
    if (checked.repairs.length > 0) chunk.repaired++;
  };
}

export function addChunk(report: ImportReport, chunk: StagingChunk): void {
  report.read += rowsOf(chunk);
  report.blank += chunk.blank;
  report.quarantined += chunk.quarantined.length;
  report.repaired += chunk.repaired;
  addCounts(report.reasons, chunk.reasons);
  addCounts(report.notes, chunk.notes);
  addCounts(report.repairs, chunk.repairs);
}

function isBlank({ cells, text, faults }: SourceRecord): boolean {
  return (
    faults.length === 0 && text === undefined && cells.every((cell) => (cell ?? "").trim() === "")
  );
}
