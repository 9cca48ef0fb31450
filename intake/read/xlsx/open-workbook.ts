/** The parts of a workbook by name, each to be read as a stream whose unpacked bytes are counted against the limits. */
import { finished } from "node:stream";

import { type Entry, openPromise, type ZipFile } from "yauzl";

import { GoldseedError } from "../../../domain/errors.ts";
import { refusedFile } from "../refused-file.ts";
import { workbookLimits } from "./workbook-limits.ts";

export interface Workbook {
  readonly name: string;
  readonly has: (part: string) => boolean;
  /** Unpacked bytes of a part, chunk by chunk. @throws GoldseedError FILE_REFUSED when it is missing or too much. */
  readonly read: (part: string) => AsyncGenerator<Buffer, void, undefined>;
  readonly close: () => void;
}

/** @throws GoldseedError FILE_REFUSED for a damaged archive, one with a password, one that is no workbook, a bomb. */
export async function openWorkbook(path: string, name: string): Promise<Workbook> {
  const zip = await openZip(path, name);
  try {
    const parts = await listParts(zip, name);
    if (!parts.has("xl/workbook.xml")) throw notAWorkbook(name, parts);
    return workbookOf(zip, parts, name);
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function openZip(path: string, name: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { lazyEntries: true, autoClose: false });
  } catch (error) {
    throw damaged(name, error);
  }
}

async function listParts(zip: ZipFile, name: string): Promise<Map<string, Entry>> {
  if (zip.entryCount > workbookLimits.parts) throw tooManyParts(name, zip.entryCount);
  const parts = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (parts.size >= workbookLimits.parts) throw tooManyParts(name, parts.size);
      if (entry.isEncrypted()) throw encrypted(name);
      parts.set(entry.fileName.replace(/^\//, ""), entry);
    }
  } catch (error) {
    throw error instanceof GoldseedError ? error : damaged(name, error);
  }
  return parts;
}

function workbookOf(zip: ZipFile, parts: ReadonlyMap<string, Entry>, name: string): Workbook {
  let unpacked = 0;
  async function* read(part: string): AsyncGenerator<Buffer, void, undefined> {
    const entry = parts.get(part);
    if (entry === undefined) {
      throw refusedFile(name, `缺少部件“${part}”`, `lacks the part "${part}"; save it anew`);
    }
    if (entry.uncompressedSize > workbookLimits.unpackedBytes) throw bomb(name);
    let ofPart = 0;
    try {
      const stream = await zip.openReadStreamPromise(entry);
      // An error after the reader has left must not end the process.
      finished(stream, () => undefined);
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        ofPart += chunk.length;
        unpacked += chunk.length;
        const swollen =
          ofPart > workbookLimits.unpackedBeforeRatio &&
          ofPart > entry.compressedSize * workbookLimits.ratio;
        if (swollen || unpacked > workbookLimits.unpackedBytes) throw bomb(name);
        yield chunk;
      }
    } catch (error) {
      throw error instanceof GoldseedError ? error : damaged(name, error);
    }
  }
  return { name, has: (part) => parts.has(part), read, close: () => zip.close() };
}

function notAWorkbook(name: string, parts: ReadonlyMap<string, Entry>): GoldseedError {
  if (parts.has("xl/workbook.bin")) {
    return refusedFile(
      name,
      "是 XLSB 工作簿，请另存为 XLSX",
      "is an XLSB workbook; save it as XLSX",
    );
  }
  return refusedFile(
    name,
    "是 ZIP 压缩包，不是 XLSX 工作簿，请先解压",
    "is a ZIP archive and no XLSX workbook; unpack it first",
  );
}

const tooManyParts = (name: string, count: number): GoldseedError =>
  refusedFile(
    name,
    `内有 ${count} 个部件，上限 ${workbookLimits.parts}，不像工作簿`,
    `holds ${count} parts, at most ${workbookLimits.parts} are read; it is no common workbook`,
  );

const encrypted = (name: string): GoldseedError =>
  refusedFile(name, "设有密码，请去掉密码后再送", "has a password; take it off and send it again");

const bomb = (name: string): GoldseedError =>
  refusedFile(
    name,
    `解压后异常膨胀（超过 ${workbookLimits.ratio} 倍或 2 GB），已停止读取；数据确有这么多时请用 CSV`,
    `swells beyond ${workbookLimits.ratio} times its size or 2 GB when unpacked; reading was stopped. Send CSV when the data are that many`,
  );

function damaged(name: string, cause: unknown): GoldseedError {
  const text = cause instanceof Error ? cause.message : String(cause);
  const zh = /path|character in fileName/.test(text)
    ? `内有指向别处目录的部件（${text.replace(/^.*: /, "")}），不是表格软件存出的文件，不予读取；请用表格软件打开原文件后另存`
    : "不完整或已损坏，打不开压缩内容，请从原系统重新导出、重新发送";
  return new GoldseedError(
    "FILE_REFUSED",
    `“${name}”${zh} / "${name}" is a damaged or malformed archive (${text}). Export it again.`,
    { cause, details: { name } },
  );
}
