/** Writes a file so that it is there whole or not at all, after a power cut too: beside it, to the disk, then renamed. */
import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";

import type { FileStep } from "./file-steps.ts";

export async function writeDurably(path: string, bytes: Uint8Array, step: FileStep): Promise<void> {
  const part = `${path}.part`;
  const file = await open(part, "w", 0o640);
  try {
    await file.writeFile(bytes);
    await step("files.part");
    await file.sync();
  } finally {
    await file.close();
  }
  await step("files.synced");
  await rename(part, path);
  await syncFolder(dirname(path));
  await step("files.renamed");
}

/** The name is in the folder, and the folder is a file of its own. Where folders cannot be synced, renaming has to do. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => null);
  try {
    await folder?.sync().catch(() => undefined);
  } finally {
    await folder?.close();
  }
}
