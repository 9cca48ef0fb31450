/** One POST to a receiver: nothing is followed, nothing is read beyond the status, and it ends in time. */
import {
  Agent as HttpAgent,
  type ClientRequest,
  type IncomingMessage,
  request as httpRequest,
} from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";

import { type AddressRule, assertLiteralAllowed, guardedLookup } from "./allowed-address.ts";

export interface Message {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Sent {
  /** Null when no answer came. */
  readonly status: number | null;
  /** What went wrong; null for an answer of 200 to 299. */
  readonly error: string | null;
  /** Seconds, where the receiver said. */
  readonly retryAfterS: number | null;
}

export interface Sender {
  readonly send: (message: Message) => Promise<Sent>;
  readonly close: () => void;
}

export interface SenderOptions {
  readonly allowed: AddressRule;
  /** For the whole of one attempt. */
  readonly timeoutMs: number;
}

/** Connections are kept between messages of one receiver. */
export function openSender({ allowed, timeoutMs }: SenderOptions): Sender {
  const traits = { keepAlive: true, maxSockets: 8, lookup: guardedLookup(allowed) };
  const agents = { "http:": new HttpAgent(traits), "https:": new HttpsAgent(traits) };
  const send = async ({ url, headers, body }: Message): Promise<Sent> => {
    try {
      const target = new URL(url);
      assertLiteralAllowed(target, allowed);
      const isTls = target.protocol === "https:";
      const call = (isTls ? httpsRequest : httpRequest)(target, {
        method: "POST",
        agent: isTls ? agents["https:"] : agents["http:"],
        headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
        signal: AbortSignal.timeout(timeoutMs),
      });
      return answered(await exchange(call, body));
    } catch (error) {
      return { status: null, error: wordsOf(error, timeoutMs), retryAfterS: null };
    }
  };
  const close = () => {
    for (const agent of Object.values(agents)) agent.destroy();
  };
  return { send, close };
}

function exchange(call: ClientRequest, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    call.on("error", reject);
    call.once("response", (response) => {
      response.on("error", reject);
      // A body of any length is let go by; only its end gives the connection back.
      response.resume();
      response.once("end", () => resolve(response));
    });
    call.end(body);
  });
}

function answered({ statusCode = 0, headers }: IncomingMessage): Sent {
  const ok = statusCode >= 200 && statusCode < 300;
  const asked = /^\d{1,6}$/.exec(headers["retry-after"] ?? "")?.[0];
  return {
    status: statusCode,
    error: ok ? null : `HTTP ${statusCode}`,
    retryAfterS: asked === undefined ? null : Number(asked),
  };
}

function wordsOf(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === "AbortError" || error.name === "TimeoutError"
    ? `no answer within ${timeoutMs} ms`
    : error.message.slice(0, 500);
}
