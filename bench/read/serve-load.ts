/**
 * Makes load, in a thread of its own: nothing lies in its memory but the requests, and nothing is made for one that is sent
 * but what node:net makes, so that its own garbage is collected seldom and in no time (0380).
 */
import { createConnection } from "node:net";
import { parentPort } from "node:worker_threads";

import { AnswerReader } from "./answer-reader.ts";
import type { LoadResult } from "./load.ts";

/** What a thread can be told at once. */
export interface LoadTask {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** All requests one after the other. */
  readonly bytes: Uint8Array;
  /** Where each ends. */
  readonly ends: readonly number[];
}

export type LoadReply = { readonly result: LoadResult } | { readonly error: unknown };

export function serveLoad(): void {
  parentPort?.on("message", (task: LoadTask) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
    const tell = (reply: LoadReply) => parentPort?.postMessage(reply);
    makeLoad(task).then(
      (result) => tell({ result }),
      (error: unknown) => tell({ error }),
    );
  });
}

async function makeLoad(task: LoadTask): Promise<LoadResult> {
  const requests = task.ends.map((end, i) => task.bytes.subarray(task.ends[i - 1] ?? 0, end));
  const times = new Times();
  const codes: Record<string, number> = {};
  let failures = 0;
  let next = Math.floor(Math.random() * requests.length);
  const begin = performance.now();
  const end = begin + task.seconds * 1_000;
  const line: Line = {
    next: () => (performance.now() < end ? requests[next++ % requests.length] : undefined),
    answered: (ms, failure) => {
      times.add(ms);
      if (failure === null) return;
      failures += 1;
      codes[failure] = (codes[failure] ?? 0) + 1;
    },
  };
  await Promise.all(Array.from({ length: task.connections }, () => keepAsking(task.port, line)));
  const seconds = (performance.now() - begin) / 1_000;
  const sorted = times.sorted();
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return {
    requests: sorted.length,
    failures,
    codes,
    seconds,
    perSecond: sorted.length / seconds,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
  };
}

/** Numbers without an object each. */
class Times {
  #all = new Float64Array(1 << 18);
  #count = 0;

  add(ms: number): void {
    if (this.#count === this.#all.length) {
      const more = new Float64Array(this.#all.length * 2);
      more.set(this.#all);
      this.#all = more;
    }
    this.#all[this.#count++] = ms;
  }

  sorted(): Float64Array {
    return this.#all.subarray(0, this.#count).sort();
  }
}

interface Line {
  readonly next: () => Uint8Array | undefined;
  readonly answered: (ms: number, failure: string | null) => void;
}

/** One connection with one request outstanding. */
function keepAsking(port: number, { next, answered }: Line): Promise<void> {
  return new Promise((resolve, reject) => {
    const answer = new AnswerReader();
    let sent = 0;
    const ask = () => {
      const request = next();
      if (!request) return void socket.end();
      sent = performance.now();
      socket.write(request);
    };
    const take = (length: number) => {
      if (!answer.take(length)) return true;
      answered(performance.now() - sent, answer.failure());
      answer.clear();
      ask();
      return true;
    };
    const socket = createConnection({
      host: "127.0.0.1",
      port,
      noDelay: true,
      onread: { buffer: () => answer.space(), callback: take },
    });
    socket.once("connect", ask);
    socket.once("error", reject);
    socket.once("close", () => resolve());
  });
}
