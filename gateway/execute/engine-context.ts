/** What of a request an engine is told. */
import type { EngineContext } from "../../resolvers/engine-language.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { RequestContext } from "../request-context.ts";
import type { Engines } from "./answer-operation.ts";

/** @throws GoldseedError OPERATION_NOT_SUPPORTED where the gateway runs without engines. */
export function engineContext(
  engines: Engines | null,
  { principal, requestId, signal }: RequestContext,
): EngineContext {
  if (engines === null) {
    throw new GoldseedError(
      "OPERATION_NOT_SUPPORTED",
      "此服务只读。 This gateway reads alone. Ask one that takes writes.",
    );
  }
  const { pool, policy } = engines;
  return { principal, requestId, signal, pool, policy };
}
