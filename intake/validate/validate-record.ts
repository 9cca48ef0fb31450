/** Checks one record against its description: typed values, or every reason why there are none. */
import type { ColumnDescription, SourceDescription } from "../describe/source-description.ts";
import type { SourceRecord } from "../read/source-record.ts";
import type { CellReading, ReadingContext } from "./cell-reader.ts";
import { type Finding, finding } from "./finding.ts";
import { findingCatalogue } from "./finding-catalogue.ts";
import { cellReaders } from "./cell-readers.ts";

export interface ValidatedRecord {
  /** By store column; null is unknown. */
  readonly values: Readonly<Record<string, string | null>>;
  /** Why the record is quarantined; empty when it is accepted. */
  readonly reasons: readonly Finding[];
  /** What was left unknown, and what is worth a look. */
  readonly notes: readonly Finding[];
  /** What was read differently than it was written. */
  readonly repairs: readonly Finding[];
}

/** `places`: where each described column stands among the cells (see fit-header). */
export function validateRecord(
  record: SourceRecord,
  shape: {
    readonly description: SourceDescription;
    readonly places: readonly number[];
    readonly width: number;
  },
  context: ReadingContext,
): ValidatedRecord {
  const found: Found = { values: {}, reasons: [...record.faults], notes: [], repairs: [] };
  const wrongCount = countFault(record, shape.width);
  if (wrongCount !== undefined) found.reasons.push(wrongCount);
  // Cells of a row that is shifted stand under the wrong headers: further reasons would mislead.
  if (found.reasons.length > 0) return found;
  shape.description.columns.forEach((column, i) => {
    const place = shape.places[i] ?? -1;
    readColumn(column, place < 0 ? null : (record.cells[place] ?? null), { found, context });
  });
  if (shape.description.target === "FACTS" && isNobodys(found)) {
    found.reasons.push(finding("MENTION_MISSING"));
  }
  return found;
}

/** A name that was refused has its own reason already. */
const isNobodys = ({ values, reasons }: Found): boolean =>
  reasons.length === 0 && values["mention.name"] == null && values["mention.code"] == null;

interface Found {
  readonly values: Record<string, string | null>;
  readonly reasons: Finding[];
  readonly notes: Finding[];
  readonly repairs: Finding[];
}

/** Spreadsheets add empty cells at a row's end; anything else beyond the header is a shift. */
function countFault({ cells, faults }: SourceRecord, width: number): Finding | undefined {
  if (faults.length > 0 || cells.length === width) return undefined;
  const extra = cells.slice(width);
  if (cells.length > width && extra.every((cell) => (cell ?? "").trim() === "")) return undefined;
  return finding("COLUMN_COUNT", { value: String(cells.length), expected: String(width) });
}

function readColumn(
  column: ColumnDescription,
  raw: string | null,
  { found, context }: { readonly found: Found; readonly context: ReadingContext },
): void {
  const header = column.headers[0];
  const unwrapped = raw === null ? undefined : unwrap(raw);
  const text = unwrapped ?? raw ?? "";
  if (unwrapped !== undefined && raw !== null) {
    found.repairs.push(finding("CELL_UNWRAPPED", { column: header, value: raw }));
  }
  if (text.trim() === "" || isNothing(text)) {
    for (const name of column.into) found.values[name] = column.otherwise;
    if (column.value === "required") {
      found.reasons.push(finding("VALUE_MISSING", { column: header, value: text }));
    }
    return;
  }
  const isFormula = unwrapped === undefined && takesAnyText.has(column.type) && /^\s*=/.test(text);
  const reading = isFormula ? aFormula : cellReaders[column.type](text, column, context);
  column.into.forEach((name, i) => {
    found.values[name] = reading.values[i] ?? column.otherwise;
  });
  if (reading.finding === undefined) return;
  const { code, expected } = reading.finding;
  const facts = { column: header, value: text };
  const one = finding(code, expected === undefined ? facts : { ...facts, expected });
  bucketOf(found, column, code).push(one);
}

/** The other types refuse a formula by what they are: it is no date and no number. */
const takesAnyText = new Set<ColumnDescription["type"]>([
  "text",
  "longText",
  "companyName",
  "identifier",
  "list",
]);
const aFormula: CellReading = { values: [null], finding: { code: "CELL_FORMULA" } };

function bucketOf(found: Found, column: ColumnDescription, code: Finding["code"]): Finding[] {
  const { severity } = findingCatalogue[code];
  if (severity === "repair") return found.repairs;
  return severity === "note" || column.tolerate.includes(code) ? found.notes : found.reasons;
}

/** What systems write where they have nothing. A dash or a zero is judged by the type of the cell. */
function isNothing(text: string): boolean {
  return text.length < 8 && /^\s*(N\/A|NULL|NaN|#N\/A|\\N)\s*$/i.test(text);
}

/**
 * `="91370211…"`: how spreadsheets are made to keep a code as text. `'=…`: how our own export keeps a cell from becoming
 * a formula. Any other formula stays as it is and fails its check.
 */
function unwrap(text: string): string | undefined {
  if (text.startsWith("'") && /^'[=+@＝＋－＠\0\t\r\n-]/u.test(text)) return text.slice(1);
  return text.startsWith("=") ? /^="([^"]*)"\s*$/.exec(text)?.[1] : undefined;
}
