/**
 * Callers who were not let in, counted: one entry a minute for each address and not one a request, so that whoever
 * knocks a million times does not fill the audit.
 */
import { GoldseedError } from "../../domain/errors.ts";
import type { AuditLog } from "../../store/audit/audit-log.ts";

export interface RefusedCallers {
  /** Counts a failure to authenticate; any other is not about the caller. */
  readonly note: (peer: string, error: unknown) => void;
  /** Writes what has been counted. */
  readonly flush: () => void;
  readonly stop: () => void;
}

const intervalMs = 60_000;
/** Addresses told apart within a minute; all others are one. */
const mostPeers = 50;

export function countRefusedCallers(audit: AuditLog): RefusedCallers {
  let counts = new Map<string, Map<string, number>>();
  const flush = () => {
    const counted = counts;
    counts = new Map();
    for (const [peer, reasons] of counted)
      audit.note({
        actor: "anonymous",
        category: "REFUSAL",
        action: "token.refused",
        outcome: "REFUSED",
        details: { peer, reasons: Object.fromEntries(reasons) },
      });
  };
  const timer = setInterval(flush, intervalMs);
  timer.unref();
  return {
    flush,
    note: (address, error) => {
      const reason = refusalOf(error);
      if (reason === null) return;
      const peer = counts.has(address) || counts.size < mostPeers ? address : "others";
      const reasons = counts.get(peer) ?? new Map<string, number>();
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      counts.set(peer, reasons);
    },
    stop: () => {
      clearInterval(timer);
      flush();
    },
  };
}

function refusalOf(error: unknown): string | null {
  if (!(error instanceof GoldseedError) || error.code !== "UNAUTHENTICATED") return null;
  const { reason } = error.details;
  return typeof reason === "string" ? reason : "INVALID";
}
