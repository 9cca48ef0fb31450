/**
 * Threads that prove parts of the audit beside each other, each with its own connection. Of ten million entries half of the
 * time is hashing and reading here and half is the server's; one thread would leave either idle.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

import type { ProofReply, ProofTask } from "./serve-proofs.ts";
import type { SegmentProof } from "./prove-segment.ts";
import type { Provers } from "./verify-audit.ts";

export interface ProverThreads extends Provers {
  readonly close: () => Promise<void>;
}

/** The server has as much to do as we: more threads than this would take other work's processors. */
const mostThreads = 8;

interface Waiting {
  readonly resolve: (proof: SegmentProof | null) => void;
  readonly reject: (error: unknown) => void;
}

/** @param url logs in as somebody who may read the audit. */
export function openProvers(url: string): ProverThreads {
  const count = Math.min(availableParallelism(), mostThreads);
  const threads: Thread[] = [];
  let last = 0;
  const idlest = (): Thread => {
    const [least] = threads.toSorted((one, other) => one.waiting.size - other.waiting.size);
    // A short chain is one part and needs one thread.
    if (least && (least.waiting.size === 0 || threads.length === count)) return least;
    const opened = openThread(url);
    threads.push(opened);
    return opened;
  };
  return {
    prove: (segment, key) => {
      last += 1;
      return idlest().tell({ id: last, segment, key });
    },
    // One under way and one at hand for each.
    ahead: count * 2,
    length: 20_000,
    close: async () => void (await Promise.all(threads.map(({ worker }) => worker.terminate()))),
  };
}

type Thread = ReturnType<typeof openThread>;

function openThread(url: string) {
  const waiting = new Map<number, Waiting>();
  const worker = new Worker(new URL("./proof-thread.mjs", import.meta.url), {
    workerData: { url },
    name: "goldseed audit verify",
  });
  worker.on("message", (reply: ProofReply) => {
    const one = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ("error" in reply) one?.reject(reply.error);
    else one?.resolve(reply.proof);
  });
  const failAll = (error: unknown) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.once("error", failAll);
  worker.once("exit", () => failAll(new Error("The thread that proves the audit has ended.")));
  const tell = (task: ProofTask) =>
    new Promise<SegmentProof | null>((resolve, reject) => {
      waiting.set(task.id, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
      worker.postMessage(task);
    });
  return { worker, waiting, tell };
}
