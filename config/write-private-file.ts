/** Writes a file that only this account may read, whole or not at all, also across a power cut. */
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/**
 * @param replace false: an existing file stays as it is, and the first of two processes that write at once wins.
 * @returns whether the file is the one written now.
 */
export function writePrivateFile(path: string, text: string, replace: boolean): boolean {
  const partial = `${path}.${process.pid}.part`;
  rmSync(partial, { force: true });
  const handle = openSync(partial, "wx", 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  const written = replace ? rename(partial, path) : linkOnce(partial, path);
  syncFolder(dirname(path));
  return written;
}

function rename(partial: string, path: string): boolean {
  renameSync(partial, path);
  return true;
}

/** A link, unlike a rename, fails when the name is taken. */
function linkOnce(partial: string, path: string): boolean {
  try {
    linkSync(partial, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(partial, { force: true });
  }
}

/** The name itself must reach the disk as well; Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
