/** An upload in the audit: the intent is durable before anything is taken in, what came of it is noted. */
import type { Principal } from "../../domain/access/principal.ts";
import { actingParts, type AuditEvent } from "../../domain/audit-event.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { ImportOutcome } from "../../intake/import-records.ts";
import type { UploadRouteOptions } from "./upload-options.ts";

export interface UploadTold {
  readonly done: (outcome: ImportOutcome) => void;
  readonly failed: (error: unknown) => void;
}

/** @throws GoldseedError AUDIT_UNAVAILABLE */
export async function auditedUpload(
  { audit, policy, onInternalError }: UploadRouteOptions,
  of: {
    readonly principal: Principal;
    readonly requestId: string;
    readonly audited: Readonly<Record<string, unknown>>;
  },
): Promise<UploadTold> {
  const { requestId, audited } = of;
  const event = {
    ...actingParts(of.principal),
    category: "WRITE",
    action: "http.import",
    policyVersion: policy.version,
    requestId,
  } as const;
  const note = (outcome: AuditEvent["outcome"], more: Readonly<Record<string, unknown>>): void =>
    audit.note({ ...event, outcome, details: { ...audited, ...more } });
  await audit.record({ ...event, outcome: "INTENT", details: audited });
  return {
    done: ({ runId, report: { read, accepted, quarantined } }) => {
      note("DONE", { runId, read, accepted, quarantined });
    },
    failed: (error) => {
      const code = error instanceof GoldseedError ? error.code : "INTERNAL_SERVER_ERROR";
      note("FAILED", { code });
      if (!(error instanceof GoldseedError)) onInternalError(error, requestId);
    },
  };
}
