/**
 * One HTTP request under every limit at once: connect time, whole time, size of the answer; no redirects, no
 * decompression. Node's own client and not fetch, because fetch cannot tell "never connected" from "no answer", and the
 * two have different consequences for a push.
 */
import {
  type ClientRequest,
  type IncomingMessage,
  type Agent,
  request as httpRequest,
} from "node:http";
import { request as httpsRequest } from "node:https";
import type { Socket } from "node:net";

import { PlatformFailure } from "../platform-failure.ts";

export interface HttpLimits {
  readonly connectTimeoutMs: number;
  /** From the first byte sent to the last received. */
  readonly deadlineMs: number;
  readonly maxAnswerBytes: number;
}

export interface HttpRequest {
  readonly url: URL;
  /** Path and query as they were signed. */
  readonly target: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly signal: AbortSignal | null;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** @throws PlatformFailure UNREACHABLE, IN_DOUBT or ABORTED. */
export function sendRequest(
  request: HttpRequest,
  limits: HttpLimits,
  agent: Agent,
): Promise<HttpAnswer> {
  const secure = request.url.protocol === "https:";
  return new Promise((resolve, reject) => {
    const send = secure ? httpsRequest : httpRequest;
    const sent = send(request.url, {
      method: request.method,
      path: request.target,
      headers: { ...request.headers, "Content-Length": String(request.body.length) },
      agent,
    });
    const fate = new Fate(sent, (failure) => reject(failure));
    fate.limit(limits, secure, request.signal);
    sent.on("error", (error) => fate.fail(error));
    const receive = async (response: IncomingMessage): Promise<void> => {
      const body = await collect(response, limits.maxAnswerBytes, fate);
      fate.settle();
      resolve({ status: response.statusCode ?? 0, headers: plainHeaders(response), body });
    };
    sent.on("response", (response) => {
      receive(response).catch((error: unknown) => fate.fail(error));
    });
    sent.end(request.body);
  });
}

/** Knows whether the request may have reached the other side, and ends it once. */
class Fate {
  #connected = false;
  #settled = false;
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #request: ClientRequest;
  readonly #reject: (failure: PlatformFailure) => void;
  #unlisten: () => void = () => undefined;

  constructor(request: ClientRequest, reject: (failure: PlatformFailure) => void) {
    this.#request = request;
    this.#reject = reject;
  }

  limit(limits: HttpLimits, secure: boolean, signal: AbortSignal | null): void {
    const connectTimer = this.#after(limits.connectTimeoutMs, () => {
      if (!this.#connected) this.fail(new Error(`no connection in ${limits.connectTimeoutMs} ms`));
    });
    this.#after(limits.deadlineMs, () =>
      this.fail(new Error(`no answer in ${limits.deadlineMs} ms`)),
    );
    this.#request.on("socket", (socket: Socket) => {
      const connected = (): void => {
        this.#connected = true;
        clearTimeout(connectTimer);
      };
      if (!socket.connecting) connected();
      else socket.once(secure ? "secureConnect" : "connect", connected);
    });
    const abort = (): void =>
      this.#end(new PlatformFailure("ABORTED", "the caller stopped waiting"));
    if (signal?.aborted === true) abort();
    signal?.addEventListener("abort", abort);
    this.#unlisten = () => signal?.removeEventListener("abort", abort);
  }

  fail(error: unknown): void {
    if (error instanceof PlatformFailure) return this.#end(error);
    const reason = error instanceof Error ? error.message : String(error);
    this.#end(
      this.#connected
        ? new PlatformFailure("IN_DOUBT", `sent, but no whole answer: ${reason}`, { cause: error })
        : new PlatformFailure("UNREACHABLE", `not reached: ${reason}`, { cause: error }),
    );
  }

  settle(): void {
    this.#settled = true;
    this.#unlisten();
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #end(failure: PlatformFailure): void {
    if (this.#settled) return;
    this.settle();
    this.#request.destroy();
    this.#reject(failure);
  }

  #after(ms: number, work: () => void): NodeJS.Timeout {
    const timer = setTimeout(work, ms);
    this.#timers.push(timer);
    return timer;
  }
}

async function collect(response: IncomingMessage, maxBytes: number, fate: Fate): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) {
      fate.fail(new Error(`the answer is larger than ${maxBytes} bytes`));
      break;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function plainHeaders(response: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) {
    if (typeof value === "string") headers[name] = value;
  }
  return headers;
}
