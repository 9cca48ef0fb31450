/** The district's side of the platform: authenticate, route, answer, sign; and, when ordered, misbehave. */
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

import {
  authenticate,
  callerForRefusal,
  type Bearer,
  type Caller,
  type RawRequest,
} from "./authenticate.ts";
import { instantNow } from "./clock.ts";
import { cutAt, spoilBytes } from "./faults/spoil-bytes.ts";
import { spoilContent } from "./faults/spoil-content.ts";
import type { Answer, Platform } from "./platform.ts";
import { parseJson, readBody } from "./read-body.ts";
import { Refusal } from "./refusal.ts";
import { findRoute, refuseAbove, type Found } from "./routes.ts";
import { contentDigest, profiles, responseSignature, sha256Hex } from "./signing.ts";
import type { Operation } from "./vocabulary.ts";

export function createPlatformServer(platform: Platform, bearer: Bearer | null): Server {
  const server = createServer((request, response) => {
    serve(platform, bearer, { request, response }).catch((error: unknown) => {
      process.stderr.write(`city-platform: ${String(error)}\n`);
      response.destroy();
    });
  });
  server.requestTimeout = 60_000;
  return server;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

interface Reply {
  readonly status: number;
  readonly body: object;
  readonly headers: Readonly<Record<string, string>>;
}

async function serve(platform: Platform, bearer: Bearer | null, exchange: Exchange): Promise<void> {
  const { request } = exchange;
  const rawPath = (request.url ?? "/").split("?", 1)[0] ?? "/";
  const url = new URL(request.url ?? "/", "http://platform");
  const method = request.method ?? "GET";
  let raw: RawRequest = { method, url, rawPath, headers: request.headers, body: Buffer.alloc(0) };
  let caller: Caller | null = null;
  let found: Found | null = null;
  try {
    raw = { ...raw, body: await readBody(request) };
    caller = await authenticate(platform.database, raw, bearer);
    found = findRoute(method, rawPath);
    if (await strikeBefore(platform, found.route.operation, exchange)) return;
    platform.faults.crashIf(found.route.operation, "crash-before-work");
    const answer = await work(platform, { found, caller, raw });
    platform.faults.crashIf(found.route.operation, "crash-after-commit");
    const body = spoilContent(platform.faults, found.route.operation, answer.body);
    const reply = { status: 200, body, headers: answer.headers ?? {} };
    send(platform, exchange, { reply, caller, operation: found.route.operation });
  } catch (error) {
    caller ??= await callerForRefusal(platform.database, raw).catch(() => null);
    const reply = await refuse(platform, raw, error);
    send(platform, exchange, { reply, caller, operation: found?.route.operation ?? null });
  }
}

interface Work {
  readonly found: Found;
  readonly caller: Caller;
  readonly raw: RawRequest;
}

async function work(platform: Platform, { found, caller, raw }: Work): Promise<Answer> {
  const { route, param } = found;
  refuseAbove(platform.level, route);
  const body =
    route.method === "POST" ? parseJson(raw.headers["content-type"], raw.body) : undefined;
  return route.handler(platform, {
    caller,
    query: raw.url.searchParams,
    param,
    headers: raw.headers,
    body,
    bodySha256: sha256Hex(raw.body),
  });
}

async function refuse(platform: Platform, raw: RawRequest, error: unknown): Promise<Reply> {
  const refusal =
    error instanceof Refusal ? error : new Refusal("INTERNAL", "the platform has an inner fault");
  if (refusal !== error) process.stderr.write(`city-platform: ${String(error)}\n`);
  const keyId = raw.headers["x-sync-key"];
  await platform.database.pool
    .query("insert into city.refused_request (at, key_id, code, path) values (now(), $1, $2, $3)", [
      typeof keyId === "string" ? keyId : null,
      refusal.code,
      raw.rawPath,
    ])
    .catch(() => undefined);
  const retry = refusal.retryAfterSeconds;
  return {
    status: refusal.status,
    body: refusal.body(randomUUID()),
    headers: retry === null ? {} : { "Retry-After": String(retry) },
  };
}

/** Faults that come before the work. True when the exchange is over. */
async function strikeBefore(
  platform: Platform,
  operation: Operation,
  { response }: Exchange,
): Promise<boolean> {
  const { faults } = platform;
  const delay = faults.strike(operation, "delay");
  if (delay !== null) await new Promise((resolve) => setTimeout(resolve, delay.ms ?? 1000));
  if (faults.strike(operation, "drop-before") !== null) {
    response.destroy();
    return true;
  }
  if (faults.strike(operation, "redirect") !== null) {
    response.writeHead(302, { Location: "http://127.0.0.1:9/elsewhere" }).end();
    return true;
  }
  const storm = faults.strike(operation, "status");
  if (storm === null) return false;
  const headers = storm.retryAfter === undefined ? {} : { "Retry-After": storm.retryAfter };
  response.writeHead(storm.status ?? 503, { "Content-Type": "text/plain", ...headers });
  response.end("storm");
  return true;
}

interface Sending {
  readonly reply: Reply;
  readonly caller: Caller | null;
  readonly operation: Operation | null;
}

function send(platform: Platform, { response }: Exchange, sending: Sending): void {
  const { reply, operation } = sending;
  const { faults } = platform;
  if (operation !== null && faults.strike(operation, "drop-after") !== null) {
    response.destroy();
    return;
  }
  const plain = Buffer.from(JSON.stringify(reply.body), "utf8");
  const bytes = operation === null ? plain : spoilBytes(faults, operation, plain);
  const endless = operation !== null && faults.strike(operation, "endless") !== null;
  response.writeHead(reply.status, {
    "Content-Type": "application/json",
    ...(endless ? {} : { "Content-Length": bytes.length }),
    ...reply.headers,
    ...signatureHeaders(platform, bytes, sending),
  });
  if (endless) return pour(response);
  if (operation !== null && faults.strike(operation, "crash-in-answer") !== null) {
    response.write(bytes.subarray(0, cutAt(bytes)), () => process.kill(process.pid, "SIGKILL"));
    return;
  }
  const cut = operation === null ? null : faults.strike(operation, "truncate");
  if (cut === null) response.end(bytes);
  else response.write(bytes.subarray(0, cutAt(bytes, cut.fraction)), () => response.destroy());
}

function signatureHeaders(
  platform: Platform,
  bytes: Buffer,
  { reply, caller, operation }: Sending,
): Record<string, string> {
  if (caller === null || caller.secret === null) return {};
  if (operation !== null && platform.faults.strike(operation, "unsigned") !== null) return {};
  const { keyId, nonce, secret } = caller;
  const timestamp = instantNow();
  const content = contentDigest(secret.profile, bytes);
  const parts = { keyId, status: reply.status, nonce, timestamp, content };
  const spoilt = operation !== null && platform.faults.strike(operation, "bad-signature") !== null;
  return {
    "X-Sync-Timestamp": timestamp,
    [`X-Sync-Content-${profiles[secret.profile].toUpperCase()}`]: content,
    "X-Sync-Signature": responseSignature(spoilt ? { ...secret, secret: "x" } : secret, parts),
  };
}

/** Spaces, which JSON allows, until the reader has had enough. */
function pour(response: ServerResponse): void {
  const spaces = Buffer.alloc(65_536, 0x20);
  while (!response.destroyed && response.write(spaces));
  if (!response.destroyed) response.once("drain", () => pour(response));
}
