/** The shaping of one engine's answer for one caller, and its entry in the audit when it holds something sensitive. */
import { decideField } from "../../domain/access/policy.ts";
import { auditRead } from "../audit/audit-read.ts";
import { fragmentsOf } from "../compile/fragments-of.ts";
import type { Variables } from "../compile/plan.ts";
import type { RequestContext } from "../request-context.ts";
import type { Answering } from "./answer-operation.ts";
import type { PreparedDocument } from "./document-cache.ts";
import type { Shaping } from "./shape-value.ts";

export interface ShapingInputs {
  readonly prepared: PreparedDocument;
  readonly variables: Variables;
  readonly context: RequestContext;
}

export function openShaping(
  { schema, policy }: Pick<Answering, "schema" | "policy">,
  { prepared, variables, context }: ShapingInputs,
): Shaping {
  return {
    schema,
    fragments: fragmentsOf(prepared),
    variables,
    decide: (coordinate) => decideField(policy, context.principal, coordinate),
    levelOf: (coordinate) => policy.levels.get(coordinate),
    openNodes: [],
    refusals: [],
    sensitive: [],
  };
}

/**
 * Rows that an answer stands on have entries of their own, written as they are read; this is for the values between them.
 * @throws GoldseedError AUDIT_UNAVAILABLE when the answer may not leave.
 */
export async function auditShaped(
  answering: Answering,
  shaping: Shaping,
  data: Readonly<Record<string, unknown>>,
  { prepared, variables, context }: ShapingInputs,
): Promise<void> {
  if (shaping.sensitive.length === 0 && shaping.refusals.length === 0) return;
  const { text: query, hash: operationHash } = prepared;
  const read = { plan: shaping, query, operationHash, variables, data: JSON.stringify(data) };
  await auditRead(answering, read, context);
}
