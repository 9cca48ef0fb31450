/** The second place of the audit's signed heads: files of lines, one a month, only ever added to. */
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
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

/** On the disk when it returns. */
export function writeHead(folder: string, head: AuditHead): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = openSync(join(folder, `heads-${head.signedAt.slice(0, 7)}.ndjson`), "a", 0o600);
  try {
    appendFileSync(file, `${JSON.stringify(head)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
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
  return lines.flatMap((line, at) => (line === "" ? [] : [headOf(line, `${path}:${at + 1}`)]));
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
