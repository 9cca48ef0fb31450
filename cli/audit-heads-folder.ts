/** The second place of the audit's signed heads: files of lines, one a month, only ever added to. */
import {
  appendFileSync,
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
} from "node:fs";
import { join } from "node:path";

import type { Config } from "../config/options.ts";
import { GoldseedError } from "../domain/errors.ts";
import type { AuditHead } from "../store/audit/audit-heads.ts";

const fileName = /^heads-\d{4}-\d{2}\.ndjson$/u;

export function auditHeadsFolder({
  auditHeadsDir,
  dataDir,
}: Pick<Config, "auditHeadsDir" | "dataDir">): string {
  return auditHeadsDir ?? join(dataDir, "audit-heads");
}

/** On the disk when it returns; a disk that is full keeps no half of it. */
export function writeHead(folder: string, head: AuditHead): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = openSync(join(folder, `heads-${head.signedAt.slice(0, 7)}.ndjson`), "a+", 0o600);
  const { size } = fstatSync(file);
  try {
    appendFileSync(file, `${endsWhole(file, size) ? "" : "\n"}${JSON.stringify(head)}\n`);
    fsyncSync(file);
  } catch (error) {
    takeBack(file, size);
    throw error;
  } finally {
    closeSync(file);
  }
}

/** A machine that died while it wrote leaves half a line, which the next must not be added to. */
function endsWhole(file: number, size: number): boolean {
  const last = Buffer.alloc(1);
  return size === 0 || (readSync(file, last, 0, 1, size - 1) === 1 && last.toString() === "\n");
}

function takeBack(file: number, size: number): void {
  try {
    ftruncateSync(file, size);
  } catch {
    // A place that only ever grows keeps the half line, which is known for one when it is read.
  }
}

/** @returns nothing when the folder does not exist. @throws GoldseedError FILE_REFUSED for a line that is no head. */
export function readHeadsFolder(folder: string): readonly AuditHead[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => fileName.test(name));
  return files.sort().flatMap((name) => headsOf(join(folder, name)));
}

function headsOf(path: string): readonly AuditHead[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.flatMap((line, at) =>
    line === "" || isBrokenOff(line) ? [] : [headOf(line, `${path}:${at + 1}`)],
  );
}

/** Half of a line: its head was shipped again, or is covered by the next. */
function isBrokenOff(line: string): boolean {
  return line.startsWith("{") && !line.endsWith("}");
}

function headOf(line: string, place: string): AuditHead {
  try {
    const head = JSON.parse(line) as AuditHead;
    const texts = [head.sequence, head.digest, head.signedAt, head.signature];
    if (texts.every((text) => typeof text === "string") && /^\d{1,18}$/u.test(head.sequence))
      return head;
  } catch {
    // Told below, as a line of another shape is.
  }
  throw new GoldseedError(
    "FILE_REFUSED",
    `链头文件有一行不可读 / A line of the heads is no head: ${place}. Compare the file with its copy.`,
  );
}
