/**
 * A load generator on bare sockets: prebuilt requests over kept connections, one outstanding a connection. It shares the
 * machine with what it measures, so it does as little as it can.
 */
import { createConnection } from "node:net";

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

export async function load(options: LoadOptions): Promise<LoadResult> {
  const latencies: number[] = [];
  const codes: Record<string, number> = {};
  let failures = 0;
  let next = Math.floor(Math.random() * options.requests.length);
  const begin = performance.now();
  const end = begin + options.seconds * 1_000;
  const lines = Array.from({ length: options.connections }, () =>
    keepAsking(options.port, {
      next: () =>
        performance.now() < end ? options.requests[next++ % options.requests.length] : undefined,
      answered: (ms, failure) => {
        latencies.push(ms);
        if (failure === null) return;
        failures += 1;
        codes[failure] = (codes[failure] ?? 0) + 1;
      },
    }),
  );
  await Promise.all(lines);
  const seconds = (performance.now() - begin) / 1_000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(share * (latencies.length - 1))] ?? 0;
  return {
    requests: latencies.length,
    failures,
    codes,
    seconds,
    perSecond: latencies.length / seconds,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
  };
}

interface Line {
  readonly next: () => Buffer | undefined;
  readonly answered: (ms: number, failure: string | null) => void;
}

function keepAsking(port: number, { next, answered }: Line): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: "127.0.0.1", port, noDelay: true });
    let sent = 0;
    let parts: Buffer[] = [];
    const ask = () => {
      const request = next();
      if (!request) return void socket.end(() => resolve());
      sent = performance.now();
      socket.write(request);
    };
    socket.once("connect", ask);
    socket.once("error", reject);
    socket.on("data", (part: Buffer) => {
      parts.push(part);
      const whole = parts.length === 1 ? part : Buffer.concat(parts);
      if (!isWhole(whole)) return;
      parts = [];
      answered(performance.now() - sent, failureOf(whole));
      ask();
    });
    socket.once("close", () => resolve());
  });
}

const headEnd = Buffer.from("\r\n\r\n");

function isWhole(bytes: Buffer): boolean {
  const end = bytes.indexOf(headEnd);
  if (end < 0) return false;
  const length = /content-length: (\d+)/iu.exec(bytes.toString("latin1", 0, end))?.[1];
  if (length !== undefined) return bytes.length >= end + 4 + Number(length);
  return bytes.subarray(-5).equals(Buffer.from("0\r\n\r\n"));
}

/** @returns the code of an answer that is not 200 or has errors beside its data; `errors` may stand first or last. */
function failureOf(bytes: Buffer): string | null {
  const status = bytes.toString("latin1", 9, 12);
  if (status === "200" && !bytes.includes('"errors":')) return null;
  return /"code":"(\w+)"/u.exec(bytes.toString("utf8"))?.[1] ?? `HTTP ${status}`;
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
