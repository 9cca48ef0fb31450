/** A real HTTP server that gives records by page or by cursor, and fails in the ways that a test asks for. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

import { afterAll } from "vitest";

export type Answer = (
  request: URL,
  response: ServerResponse,
  headers: IncomingMessage["headers"],
) => void;

export interface FaultyApi {
  readonly url: string;
  /** Paths with queries, in the order they came. */
  readonly asked: string[];
  /** What the next requests are answered with, one each, before `usually` answers. */
  readonly next: Answer[];
  usually: Answer;
}

export async function startFaultyApi(): Promise<FaultyApi> {
  const asked: string[] = [];
  const next: Answer[] = [];
  const api = { url: "", asked, next, usually: json({ list: [] }) };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://local");
    asked.push(`${url.pathname}${url.search}`);
    (next.shift() ?? api.usually)(url, response, request.headers);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));
  api.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return api;
}

export const json =
  (value: unknown): Answer =>
  (_, response) =>
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));

export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(code, headers).end("no");

/** Says it sends all, sends half, and hangs up. */
export const cut =
  (value: unknown): Answer =>
  (_, response) => {
    const text = JSON.stringify(value);
    response.writeHead(200, { "content-length": Buffer.byteLength(text) });
    response.write(text.slice(0, text.length / 2), () => response.destroy());
  };

/** Half a JSON text under a right length: a proxy's fault. */
export const truncated =
  (value: unknown): Answer =>
  (_, response) => {
    const text = JSON.stringify(value);
    response.writeHead(200).end(text.slice(0, text.length / 2));
  };

export const silent: Answer = () => undefined;
