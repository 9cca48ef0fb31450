/** Opens the store of a command's settings for as long as its work takes. */
import type { Command } from "commander";

import type { Pool } from "../store/pool.ts";
import { readCommandConfig } from "./config-flags.ts";
import { openStore } from "./open-store.ts";

/** The pool logs in as goldseed_worker. */
export async function withWorkerPool(
  command: Command,
  work: (pool: Pool) => Promise<void>,
): Promise<void> {
  const store = await openStore(readCommandConfig(command).config);
  try {
    await work(store.workerPool);
  } finally {
    await store.close();
  }
}
