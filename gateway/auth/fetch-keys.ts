/** Fetches a key set as from somebody who may be slow, wrong or taken over: no redirect, 64 kB, 3 seconds in all. */
import type { ClockReading } from "../../lib/clock-drift.ts";

const timeoutMs = 3_000;
const mostBytes = 65_536;

export interface FetchedKeys {
  readonly text: string;
  /** The issuer's clock when it answered, in whole seconds; null when it named no time or a cache answered. */
  readonly said: ClockReading | null;
}

/** @throws Error with a text for the operator. */
export async function fetchKeys(url: string): Promise<FetchedKeys> {
  const askedMs = Date.now();
  const answer = await fetch(url, {
    redirect: "error",
    headers: { accept: "application/jwk-set+json, application/json" },
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (answer.status !== 200) {
    await answer.body?.cancel();
    throw new Error(`the answer is ${answer.status}, expected 200`);
  }
  const said = saidIn(answer.headers, askedMs);
  return { text: await readCapped(answer), said };
}

function saidIn(headers: Headers, askedMs: number): ClockReading | null {
  const saidMs = Date.parse(headers.get("date") ?? "");
  if (Number.isNaN(saidMs) || headers.has("age")) return null;
  return { askedMs, heardMs: Date.now(), saidMs, saidUntilMs: saidMs + 1_000 };
}

/** The declared length may lie, and the transfer encoding may inflate: the bytes that arrive are counted. */
async function readCapped(answer: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const part of answer.body ?? []) {
    total += part.byteLength;
    if (total > mostBytes) throw new Error(`the answer is longer than ${mostBytes} bytes`);
    parts.push(part);
  }
  return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts));
}
