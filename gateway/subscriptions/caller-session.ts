/** One caller on a lasting connection: proven anew for each event, looked at in between, ended when its token no longer holds. */
import { randomUUID } from "node:crypto";

import { GoldseedError } from "../../domain/errors.ts";
import {
  createCityRecordLoader,
  type FetchCityRecords,
} from "../../resolvers/city-record/load-city-records.ts";
import type { Authenticator } from "../auth/authenticator.ts";
import type { ContextNow } from "./stream-operation.ts";

export interface SessionOptions {
  readonly authenticator: Authenticator;
  readonly fetchCityRecords: FetchCityRecords | null;
  /** Milliseconds that reading one event may take. */
  readonly requestTimeoutMs: number;
}

/** Between looks, so that a stream without events ends too; a revocation must take effect within 60 s. */
const lookMs = 10_000;

/** One operation: its context, and its end. */
export interface CallerOperation {
  readonly contextNow: ContextNow;
  readonly end: () => void;
}

export interface CallerSession extends CallerOperation {
  /** One of several operations on the connection: it ends by itself, or with the connection. */
  readonly operation: () => CallerOperation;
}

/** @param authorization value of `Authorization`, as it came with the connection. */
export function openCallerSession(
  authorization: string | undefined,
  { authenticator, fetchCityRecords, requestTimeoutMs }: SessionOptions,
): CallerSession {
  const ending = new AbortController();
  const look = setInterval(() => {
    authenticator.authenticate(authorization).catch((error: unknown) => {
      // An authenticator that is away for a moment is no reason to end what was allowed.
      if (error instanceof GoldseedError && error.code === "UNAUTHENTICATED") ending.abort(error);
    });
  }, lookMs);
  ending.signal.addEventListener("abort", () => clearInterval(look), { once: true });
  const contextNow: ContextNow = async () => {
    const principal = await authenticator.authenticate(authorization);
    return {
      principal,
      requestId: randomUUID(),
      deadlineMs: performance.now() + requestTimeoutMs,
      signal: ending.signal,
      explain: false,
      cityRecords: createCityRecordLoader(fetchCityRecords),
    };
  };
  const closed = () => new GoldseedError("TIMEOUT", "连接已关闭 / The connection is closed.");
  return {
    contextNow,
    end: () => ending.abort(closed()),
    operation: () => operationOf(contextNow, ending.signal),
  };
}

function operationOf(contextNow: ContextNow, session: AbortSignal): CallerOperation {
  const ending = new AbortController();
  const endWith = () => ending.abort(session.reason);
  if (session.aborted) endWith();
  session.addEventListener("abort", endWith, { once: true });
  return {
    contextNow: async () => ({ ...(await contextNow()), signal: ending.signal }),
    end: () => {
      session.removeEventListener("abort", endWith);
      ending.abort(new GoldseedError("TIMEOUT", "订阅已结束 / The operation has been ended."));
    },
  };
}
