/** The thread's side: its own pool and its own linker, one job beside another. */
import { parentPort, workerData } from "node:worker_threads";

import { GoldseedError } from "../../domain/errors.ts";
import { cancelRunning } from "../../store/cancel-running.ts";
import { openPool } from "../../store/pool.ts";
import { importerHere } from "./importer.ts";
import type { FromThread, ToldError, ToThread } from "./messages.ts";

export function serveImports(): void {
  const { url } = workerData as { readonly url: string };
  const pool = openPool({ url, name: "goldseed imports", max: 6, statementTimeoutMs: 60_000 });
  const importer = importerHere(pool);
  const running = new Map<number, AbortController>();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  const say = (message: FromThread): void => parentPort?.postMessage(message);
  parentPort?.on("message", (message: ToThread) => {
    if ("end" in message) {
      // In a thread this ends the thread.
      void cancelRunning(pool).finally(() => process.exit());
      return;
    }
    const { id } = message;
    if ("stop" in message) {
      running.get(id)?.abort();
      return;
    }
    const stopping = new AbortController();
    running.set(id, stopping);
    const watching = {
      signal: stopping.signal,
      onProgress: (progress: object) => say({ id, progress } as FromThread),
    };
    const work = importer[message.job] as (request: object) => Promise<unknown>;
    work({ ...message.request, ...watching })
      .then(
        (outcome) => say({ id, outcome }),
        (error: unknown) => say({ id, error: toldError(error) }),
      )
      .finally(() => running.delete(id));
  });
}

function toldError(error: unknown): ToldError {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  if (!(error instanceof GoldseedError)) return { message, stack, code: null, details: {} };
  return { message, stack, code: error.code, details: error.details };
}
