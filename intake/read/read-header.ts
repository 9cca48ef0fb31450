/** Finds the header of a file and the delimiter it is written with, by which reading fits the description best. */
import { GoldseedError } from "../../domain/errors.ts";
import { fitHeader, type HeaderFit } from "../describe/fit-header.ts";
import type { DescribedColumns } from "../describe/source-description.ts";
import type { FileFacts, FileFormat } from "./file-facts.ts";
import { type RecordSplitter, readRecordBlocks } from "./read-record-blocks.ts";
import { refusedFile } from "./refused-file.ts";
import type { SourceRecord } from "./source-record.ts";
import { CellLinesSplitter } from "./split-cell-lines.ts";
import { CsvSplitter } from "./split-csv.ts";
import { JsonLinesSplitter, namesOfJsonLine } from "./split-json-lines.ts";

export interface Header {
  /** Last line of the header; records begin after it. 0 for JSON. */
  readonly line: number;
  readonly names: readonly string[];
  readonly fit: HeaderFit;
  /** Null but for CSV. */
  readonly delimiter: string | null;
  /** A new splitter for the whole file. */
  readonly splitter: () => RecordSplitter;
}

export type HeaderFacts = Pick<FileFacts, "name" | "encoding" | "format">;

const delimiters = [",", "\t", ";", "|", "，"];
/** Exports put a title, a date, a department above the header. */
const linesToTry = 5;
/** JSON leaves out what a record does not have; a name that first stands behind these is told, not dropped. */
const jsonLinesToTry = 1_000;

/** @throws GoldseedError FILE_REFUSED with every column that is missing, doubled or renamed. */
export async function readHeader(
  path: string,
  facts: HeaderFacts,
  description: DescribedColumns,
): Promise<Header> {
  const candidates = await candidatesOf[facts.format](path, facts, description);
  const best = candidates.reduce<Header | undefined>(
    (kept, one) => (kept === undefined || one.fit.found > kept.fit.found ? one : kept),
    undefined,
  );
  if (best === undefined || best.fit.problems.length > 0) throw misfit(facts.name, best);
  return best;
}

type Candidates = (
  path: string,
  facts: HeaderFacts,
  description: DescribedColumns,
) => Promise<Header[]>;

const csvCandidates: Candidates = (path, facts, description) =>
  tableCandidates(path, facts, {
    description,
    readings: delimiters.map((delimiter) => [delimiter, () => new CsvSplitter(delimiter)]),
  });

const sheetCandidates: Candidates = (path, facts, description) =>
  tableCandidates(path, facts, { description, readings: [[null, () => new CellLinesSplitter()]] });

interface TableReadings {
  readonly description: DescribedColumns;
  readonly readings: readonly (readonly [
    delimiter: string | null,
    splitter: () => RecordSplitter,
  ])[];
}

async function tableCandidates(
  path: string,
  facts: HeaderFacts,
  { description, readings }: TableReadings,
): Promise<Header[]> {
  const headers: Header[] = [];
  for (const [delimiter, splitter] of readings) {
    for (const record of await firstRecords(path, facts, splitter())) {
      const names = record.cells.map((cell) => (cell ?? "").trim());
      const fit = fitHeader(names, description);
      headers.push({ line: record.line, names, fit, delimiter, splitter });
    }
  }
  return headers;
}

async function jsonCandidates(
  path: string,
  facts: HeaderFacts,
  description: DescribedColumns,
): Promise<Header[]> {
  // A name may be missing from one object and stand in the next: the first lines together are the header.
  const lines = await firstRecords(path, facts, wholeLines, jsonLinesToTry);
  const names = [...new Set(lines.flatMap((record) => namesOfJsonLine(record.text ?? "") ?? []))];
  if (names.length === 0) throw noObject(facts.name, lines);
  const isDescribed = (name: string) => fitHeader([name], description).found > 0;
  const splitter = () => new JsonLinesSplitter(names, isDescribed);
  return [{ line: 0, names, fit: fitHeader(names, description), delimiter: null, splitter }];
}

/** Said as what it is: "columns are missing" would send the clerk to look for columns. */
function noObject(name: string, lines: readonly SourceRecord[]): GoldseedError {
  const [first] = lines;
  if (first === undefined)
    return refusedFile(name, "是空列表，没有记录", "is an empty list: no records");
  const { line, text = "" } = first;
  const begin = text.trim().slice(0, longestName);
  return refusedFile(
    name,
    `前 ${lines.length} 行中没有一行是完整的 JSON 对象，如第 ${line} 行“${begin}”；每条记录应独占一行、写成一个对象，或整个文件为一个数组`,
    `has no whole JSON object on any of its first ${lines.length} lines (line ${line}: ${begin}); write each record as one object on a line of its own, or the file as one list`,
  );
}

const wholeLines: RecordSplitter = {
  push: (text, firstLine) =>
    text.split("\n").map((line, i) => ({ line: firstLine + i, cells: [], text: line, faults: [] })),
  end: () => [],
};

const candidatesOf: Readonly<Record<FileFormat, Candidates>> = {
  CSV: csvCandidates,
  JSON_LINES: jsonCandidates,
  JSON_ARRAY: jsonCandidates,
  XLSX: sheetCandidates,
};

/** Empty rows above a header do not count. */
async function firstRecords(
  path: string,
  facts: HeaderFacts,
  splitter: RecordSplitter,
  most = linesToTry,
) {
  const first: SourceRecord[] = [];
  for await (const { records } of readRecordBlocks(path, facts, splitter)) {
    const written = records.filter(({ cells, text }) => cells.length > 0 || text);
    first.push(...written.slice(0, most));
    if (first.length >= most) break;
  }
  return first.slice(0, most);
}

/** Of a header that is told: a line without separators is one name of its whole length. */
const longestName = 60;

function misfit(name: string, best: Header | undefined): GoldseedError {
  const problems = best?.fit.problems ?? ["没有找到表头 / no header was found"];
  const read = (best?.names ?? [])
    .filter((header) => header !== "")
    .slice(0, 30)
    .map((header) => header.slice(0, longestName));
  const list = problems.map((problem) => `  - ${problem}`).join("\n");
  return new GoldseedError(
    "FILE_REFUSED",
    `“${name}”的表头不符合该来源 / The header of "${name}" does not fit the source:\n${list}\n读到的列 / columns read: ${read.join(" | ")}`,
    { details: { name, problems, columns: read } },
  );
}
