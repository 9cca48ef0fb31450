/** Where a command writes what it gives out: opened before anything is read, for its owner alone. */
import { open } from "node:fs/promises";
import type { Writable } from "node:stream";

import { GoldseedError } from "../domain/errors.ts";

/** @throws GoldseedError FILE_UNWRITABLE */
export async function openOutFile(path: string): Promise<Writable> {
  try {
    return (await open(path, "w", 0o600)).createWriteStream();
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new GoldseedError(
      "FILE_UNWRITABLE",
      `文件无法写入 / The file "${path}" cannot be written (${reason}); nothing was given out. Give a path in a folder that is there and that you may write to.`,
      { cause },
    );
  }
}
