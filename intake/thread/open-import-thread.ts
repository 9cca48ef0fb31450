/**
 * The process's side: a thread that is started with the first job. A workbook taken apart, 424,000 names indexed, a chunk
 * linked: each would hold up every request of the gateway for as long as it takes.
 */
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";

import { GoldseedError } from "../../domain/errors.ts";
import type { OnProgress } from "../run/progress.ts";
import type { Importer } from "./importer.ts";
import type { FromThread, Job, ToldError, ToThread } from "./messages.ts";

export interface ImportThread extends Importer {
  /** Imports under way stand where they are and can be resumed. */
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (outcome: never) => void;
  readonly reject: (error: unknown) => void;
  readonly onProgress: OnProgress | undefined;
}

/**
 * A chunk lives until it is merged: with the usual 48 MB every chunk was moved to the old generation, a seventh of the
 * thread's time (docs/decisions/0275).
 */
const maxYoungGenerationSizeMb = 96;

const startThread = (url: string): Worker =>
  new Worker(new URL("./import-thread.mjs", import.meta.url), {
    workerData: { url },
    name: "goldseed imports",
    resourceLimits: { maxYoungGenerationSizeMb },
  });

/** Twice what cancelling may take. */
const patienceMs = 4_000;

/** `url`: logs in as goldseed_worker. `start`: of tests alone another than the thread itself. */
export function openImportThread(url: string, start = startThread): ImportThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;
  const failAll = (of: Worker, error: unknown): void => {
    // One that broke ends after it has failed: the jobs of the next are none of its own.
    if (worker !== of) return;
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const open = (): Worker => {
    const opened = start(url);
    opened.on("message", (message: FromThread) => hear(waiting, message));
    opened.once("error", (error) => failAll(opened, error));
    opened.once("exit", () => failAll(opened, ended()));
    opened.unref();
    return opened;
  };
  const work = (job: Job) => (request: object) => {
    const { onProgress, signal, ...told } = request as { signal?: AbortSignal } & {
      onProgress?: OnProgress;
    };
    const id = ++last;
    const thread = (worker ??= open());
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
    const tell = (message: ToThread): void => thread.postMessage(message);
    const stop = (): void => tell({ id, stop: true });
    signal?.addEventListener("abort", stop, { once: true });
    return new Promise<never>((resolve, reject) => {
      waiting.set(id, { resolve, reject, onProgress });
      tell({ id, job, request: told });
    }).finally(() => signal?.removeEventListener("abort", stop));
  };
  return {
    importRecords: work("importRecords"),
    resumeImport: work("resumeImport"),
    releaseImport: work("releaseImport"),
    fetchRecords: work("fetchRecords"),
    prepare: work("prepare"),
    close: async () => {
      if (worker !== undefined) await end(worker);
    },
  };
}

/** The thread cancels its statements and ends itself; one that is too busy to listen is ended all the same. */
async function end(worker: Worker): Promise<void> {
  worker.ref();
  const exited = once(worker, "exit");
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  worker.postMessage({ end: true } satisfies ToThread);
  await Promise.race([exited, pause(patienceMs, undefined, { ref: false })]);
  await worker.terminate();
}

function hear(waiting: Map<number, Waiting>, message: FromThread): void {
  const one = waiting.get(message.id);
  if (one === undefined) return;
  if ("progress" in message) {
    one.onProgress?.(message.progress);
    return;
  }
  waiting.delete(message.id);
  if ("error" in message) one.reject(errorOf(message.error));
  else one.resolve(message.outcome as never);
}

function errorOf({ code, message, stack, details }: ToldError): Error {
  const error = code === null ? new Error(message) : new GoldseedError(code, message, { details });
  if (stack !== undefined) error.stack = stack;
  return error;
}

const ended = (): GoldseedError =>
  new GoldseedError(
    "DB_UNAVAILABLE",
    "导入线程已停止，未完成的导入停在原处 / The thread of imports has ended; what was under way stands where it was. See `goldseed import status`.",
  );
