/**
 * One page of an HTTP API as JSON. What may pass by itself (too many requests, server errors, broken or cut answers) is
 * tried again with growing, random pauses; what will not is told at once.
 */
import { setTimeout as pause } from "node:timers/promises";

import { GoldseedError } from "../../domain/errors.ts";
import { parseJsonExact } from "../../lib/parse-json-exact.ts";
import type { ApiConnection } from "./connection.ts";

const firstPauseMs = 500;
const longestPauseMs = 60_000;

export interface PageRequest {
  readonly connection: Pick<ApiConnection, "timeoutMs" | "retries" | "maxPageBytes">;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
  /** First pause; tests make it short. */
  readonly firstPauseMs?: number;
}

/** Says that another try may help, and when the server wants it. */
class Passing extends Error {
  readonly afterMs: number | null;

  constructor(message: string, afterMs: number | null = null) {
    super(message);
    this.afterMs = afterMs;
  }
}

/** @throws GoldseedError SOURCE_UNAVAILABLE after the last try, SOURCE_FAULTY for what no further try mends. */
export async function fetchPage(url: string, request: PageRequest): Promise<unknown> {
  const { retries } = request.connection;
  for (let tries = 0; ; tries++) {
    request.signal?.throwIfAborted();
    try {
      return await attempt(url, request);
    } catch (error) {
      request.signal?.throwIfAborted();
      if (!(error instanceof Passing)) throw error;
      if (tries === retries) throw unavailable(url, tries + 1, error);
      await pause(pauseOf(tries, error, request.firstPauseMs ?? firstPauseMs), undefined, {
        signal: request.signal,
      });
    }
  }
}

async function attempt(
  url: string,
  { connection, headers, signal }: PageRequest,
): Promise<unknown> {
  const deadline = AbortSignal.timeout(connection.timeoutMs);
  const either = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
  const response = await passing(fetch(url, { headers, signal: either, redirect: "manual" }));
  const { status } = response;
  if (status === 429 || status >= 500) {
    await response.body?.cancel().catch(() => undefined);
    throw new Passing(`status ${status}`, retryAfter(response));
  }
  if (status !== 200) {
    await response.body?.cancel().catch(() => undefined);
    throw faulty(url, `答以状态 ${status}`, `answered with status ${status}`);
  }
  const text = await passing(readText(response, connection.maxPageBytes, url));
  try {
    return parseJsonExact(text);
  } catch {
    throw new Passing(`an answer that is no whole JSON (${text.length} characters)`);
  }
}

async function readText(response: Response, most: number, url: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > most)
      throw faulty(url, `一页超过 ${most} 字节`, `sent a page of more than ${most} bytes`);
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw faulty(url, "答的不是 UTF-8", "sent text that is not UTF-8");
  }
}

async function passing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof GoldseedError) throw error;
    const cause = error instanceof Error ? (error.cause ?? error) : error;
    throw new Passing(cause instanceof Error ? cause.message : String(cause));
  }
}

/** Random between nothing and the full pause, so that many readers do not come back together. */
function pauseOf(tries: number, { afterMs }: Passing, first: number): number {
  const backoff = Math.random() * Math.min(longestPauseMs, first * 2 ** tries);
  return Math.max(backoff, Math.min(longestPauseMs, afterMs ?? 0));
}

function retryAfter(response: Response): number | null {
  const said = response.headers.get("retry-after");
  if (said === null) return null;
  const ms = /^\d+$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

function unavailable(url: string, tries: number, last: Passing): GoldseedError {
  return new GoldseedError(
    "SOURCE_UNAVAILABLE",
    `接口“${placeOf(url)}”${tries} 次均未答复（最后一次：${last.message}），稍后会从原处继续 / "${placeOf(url)}" gave no usable answer in ${tries} tries (last: ${last.message}). Reading goes on from the same place later.`,
  );
}

export function faulty(url: string, zh: string, en: string): GoldseedError {
  return new GoldseedError(
    "SOURCE_FAULTY",
    `接口“${placeOf(url)}”${zh}，没有数据入库 / "${placeOf(url)}" ${en}. Nothing of it was taken in; ask its owner.`,
  );
}

/** Without the query, which may hold keys. */
export function placeOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
