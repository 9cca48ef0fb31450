/** Opens the store of a command's settings for work that needs its pool and nothing else. */
import type { Command } from "commander";

import type { Pool } from "../store/pool.ts";
import { withStore } from "./with-store.ts";

/** The pool logs in as goldseed_worker. */
export function withWorkerPool(
  command: Command,
  work: (pool: Pool) => Promise<void>,
): Promise<void> {
  return withStore(command, ({ workerPool }) => work(workerPool));
}
