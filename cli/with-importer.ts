/** Who takes in a file of a command: this process, or for a large one the thread whose memory is laid out for imports. */
import { stat } from "node:fs/promises";

import { type Importer, importerHere } from "../intake/thread/importer.ts";
import { openImportThread } from "../intake/thread/open-import-thread.ts";
import type { CommandStore } from "./with-store.ts";

/** Half a second to start a thread is what it gains on some 50,000 records. */
const largeBytes = 16_000_000;

/** `path`: a file that need not be there; who reads it says so. */
export async function withImporter<T>(
  {
    workerPool,
    workerUrl,
    beforeEnding,
  }: Pick<CommandStore, "workerPool" | "workerUrl" | "beforeEnding">,
  path: string,
  work: (importer: Importer) => Promise<T>,
): Promise<T> {
  const bytes = await stat(path).then(
    ({ size }) => size,
    () => 0,
  );
  if (bytes < largeBytes) return work(importerHere(workerPool));
  const thread = openImportThread(workerUrl);
  beforeEnding(thread.close);
  try {
    return await work(thread);
  } finally {
    await thread.close();
  }
}
