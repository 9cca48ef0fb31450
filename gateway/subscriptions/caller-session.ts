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

export interface CallerSession {
  readonly contextNow: ContextNow;
  readonly end: () => void;
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
  return {
    contextNow: async () => {
      const principal = await authenticator.authenticate(authorization);
      return {
        principal,
        requestId: randomUUID(),
        deadlineMs: performance.now() + requestTimeoutMs,
        signal: ending.signal,
        explain: false,
        cityRecords: createCityRecordLoader(fetchCityRecords),
      };
    },
    end: () => ending.abort(new GoldseedError("TIMEOUT", "连接已关闭 / The connection is closed.")),
  };
}
