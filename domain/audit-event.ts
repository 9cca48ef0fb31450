/** What is written into the audit, in the words of whoever reports it; the chain adds number, time and digests. */
import type { Principal } from "./access/principal.ts";

/**
 * ACCESS a read, WRITE a change, SHARING data given to another body (kept longest: 网络数据安全管理条例 第十二条),
 * REFUSAL something not allowed, SYSTEM what Goldseed does by itself.
 */
export const auditCategories = ["ACCESS", "WRITE", "SHARING", "REFUSAL", "SYSTEM"] as const;
export type AuditCategory = (typeof auditCategories)[number];

/** INTENT is written before a change and followed by DONE or FAILED: one without the other is a change cut short. */
export const auditOutcomes = ["INTENT", "DONE", "FAILED", "REFUSED"] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

export interface AuditEvent {
  /** Who sent the request: a person, a machine client, or `cli:<account>`. */
  readonly actor: string;
  /** The person for whom a machine acts; null when the actor acts for itself. */
  readonly onBehalfOf?: string | null;
  readonly tier?: string | null;
  readonly purpose?: string | null;
  readonly category: AuditCategory;
  /** A dotted name: `graph.read`, `graph.acknowledgeAlert`, `cli.key.create`. */
  readonly action: string;
  readonly outcome: AuditOutcome;
  /** SHA-256 of the document's text. */
  readonly operationHash?: string | null;
  /** Fields of L3 and above that were asked and given, as `Type.field`. */
  readonly fields?: readonly string[] | null;
  /** Records in the answer that hold one of `fields`. */
  readonly rowCount?: number | null;
  /** Fields that were asked and not given. */
  readonly refusedFields?: readonly string[] | null;
  readonly creditCodes?: readonly string[] | null;
  readonly policyVersion?: string | null;
  readonly requestId?: string | null;
  /** Anything else worth keeping: plain JSON, no secrets, no personal values. */
  readonly details?: Readonly<Record<string, unknown>> | null;
}

/** The part of an event that tells who acts. */
export function actingParts(
  principal: Principal,
): Pick<AuditEvent, "actor" | "onBehalfOf" | "tier" | "purpose"> {
  const { actor, subject, tier, purpose } = principal;
  return {
    actor: actor ?? subject,
    onBehalfOf: actor === undefined ? null : subject,
    tier,
    purpose,
  };
}

/** A read by the city or by another department's system is data given away; all others stay in the house. */
export function categoryOfRead({ tier, role }: Principal): AuditCategory {
  return tier === "CITY" || role === "MACHINE" ? "SHARING" : "ACCESS";
}
