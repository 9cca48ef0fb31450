/**
 * The one way to a file's records, whatever the file is: its kind is found by what it holds, not by its name. Lines are
 * read where they lie; a workbook and a JSON list are first written out as lines into a temporary folder.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

import type { DescribedColumns } from "../describe/source-description.ts";
import type { Encoding, FileFacts } from "./file-facts.ts";
import { digestOf, inspectFile, markedEncoding, readHead } from "./inspect-file.ts";
import { type Header, readHeader } from "./read-header.ts";
import { refuseEnding } from "./refuse-foreign.ts";
import { spoolJsonArray } from "./spool-json-array.ts";
import { spoolWorkbook } from "./xlsx/spool-workbook.ts";

/** Where records are read from: the file itself, or the lines it was written out as. */
export interface RecordLines {
  readonly path: string;
  readonly encoding: Encoding;
  readonly bytes: number;
  readonly header: Header;
}

export interface Input extends RecordLines {
  /** Of the file that was sent. */
  readonly facts: FileFacts;
  /** Deletes what was written out. */
  readonly close: () => Promise<void>;
}

/** @throws GoldseedError FILE_UNREADABLE, or FILE_REFUSED with all that is wrong with the file or its header. */
export async function openInput(
  path: string,
  description: DescribedColumns,
  signal?: AbortSignal,
): Promise<Input> {
  const name = basename(path);
  const { head, bytes } = await readHead(path, name);
  const spooled = isZip(head) ? openSheet : beginsList(head) ? openList : undefined;
  if (spooled === undefined) {
    const facts = await inspectFile(path, signal);
    const header = await readHeader(path, facts, description);
    return { ...facts, path, facts, header, close: () => Promise.resolve() };
  }
  const folder = await mkdtemp(join(tmpdir(), "goldseed-input-"));
  const close = () => rm(folder, { recursive: true, force: true });
  try {
    const given = { file: { path, name, folder }, bytes, head, description, signal };
    return { ...(await spooled(given)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Given {
  readonly file: { readonly path: string; readonly name: string; readonly folder: string };
  readonly bytes: number;
  readonly head: Buffer;
  readonly description: DescribedColumns;
  readonly signal: AbortSignal | undefined;
}

type Opened = Omit<Input, "close">;

async function openSheet({ file, bytes, description, signal }: Given): Promise<Opened> {
  refuseEnding(file.name, "XLSX");
  const { path, rows, sheet, bytes: written } = await spoolWorkbook(file, description, signal);
  const facts: FileFacts = {
    ...(await ownFacts(file, bytes)),
    encoding: "UTF-8",
    marked: true,
    format: "XLSX",
    lines: rows,
    sheet,
  };
  const header = await readHeader(path, facts, description);
  return { facts, header, path, encoding: "UTF-8", bytes: written };
}

async function openList({ file, bytes, head, description, signal }: Given): Promise<Opened> {
  refuseEnding(file.name, "JSON_ARRAY");
  const marked = markedEncoding(head);
  const list = await spoolJsonArray(file, marked, signal);
  const facts: FileFacts = {
    ...(await ownFacts(file, bytes)),
    encoding: list.encoding,
    marked: marked !== null,
    format: "JSON_ARRAY",
    lines: list.lines,
    sheet: null,
  };
  const header = await readHeader(list.path, { ...facts, encoding: "UTF-8" }, description);
  return { facts, header, path: list.path, encoding: "UTF-8", bytes: list.bytes };
}

const ownFacts = async ({ path, name }: Given["file"], bytes: number) => ({
  name,
  bytes,
  digest: await digestOf(path),
  ascii: false,
});

const isZip = (head: Buffer): boolean => /^504b(0304|0506)/.test(head.toString("hex", 0, 4));

/** `[` behind a mark and spaces, in any encoding that is read. */
const beginsList = (head: Buffer): boolean =>
  head
    .toString("latin1")
    .replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "")
    .replace(/^[\s\0]+/, "")
    .startsWith("[");
