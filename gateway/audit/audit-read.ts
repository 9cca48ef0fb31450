/**
 * Writes a read of sensitive fields into the audit before its answer leaves: an answer that cannot be written down is not
 * given. A read of nothing sensitive is not written and costs nothing.
 */
import { actingParts, type AuditEvent, categoryOfRead } from "../../domain/audit-event.ts";
import { type ErrorCode, GoldseedError } from "../../domain/errors.ts";
import type { AuditLog } from "../../store/audit/audit-log.ts";
import type { Plan, Refusal, Variables } from "../compile/plan.ts";
import type { RequestContext } from "../request-context.ts";
import { namedEnterprises } from "./named-enterprises.ts";
import { sensitiveRows } from "./sensitive-rows.ts";

/** What the audit needs of the gateway. */
export interface Auditing {
  readonly audit: AuditLog;
  readonly policy: { readonly version: string };
}

export interface AnsweredRead {
  readonly plan: Pick<Plan, "sensitive"> & {
    readonly refusals: readonly Pick<Refusal, "coordinate">[];
  };
  readonly query: string;
  readonly operationHash: string;
  readonly variables: Variables;
  /** JSON text of `data`. */
  readonly data: string;
}

export function isAudited(
  { sensitive, refusals }: AnsweredRead["plan"],
  { exportId = null, exportRequest = null }: Pick<RequestContext, "exportId" | "exportRequest">,
): boolean {
  return sensitive.length > 0 || refusals.length > 0 || exportId !== null || exportRequest !== null;
}

/** @throws GoldseedError AUDIT_UNAVAILABLE */
export async function auditRead(
  { audit, policy }: Auditing,
  { plan, query, operationHash, variables, data }: AnsweredRead,
  context: RequestContext,
): Promise<void> {
  if (!isAudited(plan, context)) return;
  const { sensitive, refusals } = plan;
  const { exportId = null, exportRequest = null } = context;
  const isExport = exportId !== null || exportRequest !== null;
  const masked = coordinatesOf(sensitive.filter((field) => field.masked));
  const event: AuditEvent = {
    ...actingParts(context.principal),
    category: categoryOfRead(context.principal),
    action: isExport ? "graph.export" : "graph.read",
    outcome: "DONE",
    operationHash,
    fields: coordinatesOf(sensitive),
    rowCount: sensitive.length === 0 ? 0 : sensitiveRows(JSON.parse(data), sensitive),
    refusedFields: coordinatesOf(refusals),
    creditCodes: namedEnterprises([query, JSON.stringify(variables), data]),
    policyVersion: policy.version,
    requestId: context.requestId,
    details: detailsOf({
      ...(masked.length > 0 && { masked }),
      ...(exportId !== null && { export: exportId }),
      ...(exportRequest !== null && { exportRequest }),
    }),
  };
  // Nothing sensitive is in the answer of a read that was refused such fields: it does not hang on the audit. A page of
  // an export does, whatever is in it: its copies name this entry.
  if (sensitive.length === 0 && !isExport) audit.note(event);
  else await audit.record(event);
}

const refusals: readonly ErrorCode[] = [
  "FORBIDDEN",
  "FORBIDDEN_FIELD",
  "EXPORT_UNCONFIRMED",
  "OPERATION_NOT_TRUSTED",
];

/** A request that was refused whole; failures that are no refusal are not the audit's business. */
export function noteRefusal(
  { audit, policy }: Auditing,
  error: unknown,
  context: RequestContext,
): void {
  if (!(error instanceof GoldseedError) || !refusals.includes(error.code)) return;
  const field = error.details["field"];
  const event: AuditEvent = {
    ...actingParts(context.principal),
    category: "REFUSAL",
    action: "graph.refused",
    outcome: "REFUSED",
    refusedFields: typeof field === "string" ? [field] : [],
    policyVersion: policy.version,
    requestId: context.requestId,
    details: { code: error.code },
  };
  audit.note(event);
}

function detailsOf(
  facts: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | null {
  return Object.keys(facts).length > 0 ? facts : null;
}

function coordinatesOf(fields: readonly { readonly coordinate: string }[]): readonly string[] {
  return [...new Set(fields.map(({ coordinate }) => coordinate))].sort();
}
