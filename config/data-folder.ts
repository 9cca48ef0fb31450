/** Makes sure of the data folder before anything long begins: it is there, ours, writable, and has room. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";

import { GoldseedError } from "../domain/errors.ts";

/** The embedded cluster takes 40 MB empty and its first write-ahead log as much again; below this it dies half-way. */
export const minimumFreeBytes = 256 * 1024 * 1024;

/** @param dataDir absolute. @throws GoldseedError DATA_DIR_UNUSABLE saying what stands in the way. */
export function prepareDataFolder(dataDir: string): void {
  makeFolder(dataDir);
  assertWritable(dataDir);
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < minimumFreeBytes) throw full(dataDir, bavail * bsize);
}

function makeFolder(dataDir: string): void {
  try {
    makeMissing(dataDir);
  } catch (error) {
    throw unusable(dataDir, error);
  }
  if (!statSync(dataDir).isDirectory())
    throw unusable(dataDir, Object.assign(new Error("not a folder"), { code: "EEXIST" }));
}

/** Step by step: with `recursive` Node 20 never returns where the system answers ENOENT to every attempt (/proc). */
function makeMissing(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeMissing(dirname(folder));
  // Under root the database runs as another account, which must pass through the folder without reading it.
  mkdirSync(folder, { mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
}

/** Rights alone do not tell: a read-only mount, a quota and a foreign namespace show only when one writes. */
function assertWritable(dataDir: string): void {
  const probe = join(dataDir, `.probe-${process.pid}`);
  try {
    const handle = openSync(probe, "w", 0o600);
    try {
      writeSync(handle, Buffer.alloc(4_096));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw unusable(dataDir, error);
  } finally {
    try {
      rmSync(probe, { force: true });
    } catch {
      // The write has failed for the same reason, and said so.
    }
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "this account may not write there; change its rights",
  EPERM: "this account may not write there; change its rights",
  EROFS: "the file system is read-only; mount it writable",
  EEXIST: "a file of that name stands in its place; move it away",
  ENOTDIR: "a part of the path is a file; correct the path",
  ENOENT: "a part of the path does not exist and cannot be made; correct the path",
  ENOSPC: "the disk is full; free some space",
  EDQUOT: "the quota is used up; free some space",
  ENAMETOOLONG: "the path is too long; shorten it",
};

function unusable(dataDir: string, error: unknown): GoldseedError {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const reason = reasons[code] ?? `${(error as Error).message}; mend it`;
  return new GoldseedError(
    "DATA_DIR_UNUSABLE",
    `数据目录不可用 / The data folder "${dataDir}" cannot be used: ${reason}, or set GOLDSEED_DATA_DIR to another folder.`,
    { cause: error, details: { dataDir, reason: code } },
  );
}

function full(dataDir: string, freeBytes: number): GoldseedError {
  const megabytes = (bytes: number) => Math.floor(bytes / 1_048_576);
  return new GoldseedError(
    "DATA_DIR_UNUSABLE",
    `磁盘空间不足 / The disk of the data folder "${dataDir}" has ${megabytes(freeBytes)} MB left, at least ${megabytes(minimumFreeBytes)} MB are needed: free some space at "${dirname(dataDir)}", or set GOLDSEED_DATA_DIR to a folder on another disk.`,
    { details: { dataDir, freeBytes } },
  );
}
