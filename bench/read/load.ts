/**
 * A load generator on bare sockets: prebuilt requests over kept connections, one outstanding a connection. It shares the
 * machine with what it measures, so it does as little as it can, in a thread where nothing else lies about (0380).
 */
import { once } from "node:events";
import { Worker } from "node:worker_threads";

import type { LoadReply, LoadTask } from "./serve-load.ts";

export interface LoadResult {
  readonly requests: number;
  readonly failures: number;
  /** How many of each code, or of an HTTP status where no code is told. */
  readonly codes: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface LoadOptions {
  readonly port: number;
  readonly requests: readonly Buffer[];
  readonly connections: number;
  readonly seconds: number;
}

export function requestBytes(port: number, token: string, body: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(body));
  const head =
    `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${token}\r\n` +
    `content-type: application/json\r\naccept: application/json\r\ncontent-length: ${text.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), text]);
}

/** One thread for all rounds: a new one would be compiling while the first of them is measured. */
let thread: Worker | undefined;

/** One at a time. */
export async function load({ requests, ...options }: LoadOptions): Promise<LoadResult> {
  thread ??= openThread();
  const ends: number[] = [];
  for (const request of requests) ends.push((ends.at(-1) ?? 0) + request.length);
  const task: LoadTask = { ...options, bytes: Buffer.concat(requests), ends };
  thread.ref();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  thread.postMessage(task);
  const [reply] = (await once(thread, "message")) as [LoadReply];
  thread.unref();
  if ("error" in reply) throw reply.error;
  return reply.result;
}

/** Young objects have so much room that few rounds see a collection. */
const youngMegabytes = 64;

function openThread(): Worker {
  const worker = new Worker(new URL("./load-thread.mjs", import.meta.url), {
    name: "bench load",
    resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
  });
  worker.unref();
  return worker;
}

/** One request by itself, its answer parsed. */
export async function askOnce(
  port: number,
  token: string,
  body: unknown,
): Promise<{ data?: unknown; errors?: unknown }> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { data?: unknown; errors?: unknown };
}
