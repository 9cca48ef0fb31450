/** What of a request an engine is told. */
import type { EngineContext, Inspection } from "../../resolvers/engine-language.ts";
import { GoldseedError } from "../../domain/errors.ts";
import { abortSignalOf } from "../../lib/leaving.ts";
import { readAreaKinds } from "../../store/queries/area-kinds.ts";
import { readEnterprisePlace } from "../../store/queries/enterprise-place.ts";
import type { Pool } from "../../store/pool.ts";
import type { RequestContext } from "../request-context.ts";
import type { Answering } from "./answer-operation.ts";

/** @throws GoldseedError OPERATION_NOT_SUPPORTED where the gateway runs without engines. */
export function engineContext(
  { engines, audit }: Pick<Answering, "engines" | "audit">,
  context: RequestContext,
): EngineContext {
  if (engines === null) {
    throw new GoldseedError(
      "OPERATION_NOT_SUPPORTED",
      "此服务只读。 This gateway reads alone. Ask one that takes writes.",
    );
  }
  const { pool, policy, webhooks } = engines;
  const { principal, requestId } = context;
  const signal = abortSignalOf(context.signal);
  const inspection = inspectionOf(pool, context, audit.record);
  return { principal, requestId, signal, pool, policy, inspection, webhooks };
}

function inspectionOf(
  pool: Pool,
  { askAs }: RequestContext,
  record: Inspection["record"],
): Inspection {
  return {
    record,
    placeOf: (creditCode) => readEnterprisePlace(pool, creditCode),
    areas: () => readAreaKinds(pool),
    ask: (principal, request) => {
      if (askAs) return askAs(principal, request);
      throw new GoldseedError(
        "OPERATION_NOT_SUPPORTED",
        "试查不能嵌套。 A view as somebody else does not hold another.",
      );
    },
  };
}
