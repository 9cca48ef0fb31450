/** As whom a webhook is told at this moment: its owner, no wider than at registration, and no wider than the server says now. */
import { narrowToAssignment } from "../../domain/access/claims-assignment.ts";
import type { Principal } from "../../domain/access/principal.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { DeliveringWebhook } from "../../store/queries/webhook-deliveries.ts";

/** @param requireAssignment refuses owners that the server has no word on. @returns or why nothing may be told. */
export function deliveryPrincipal(
  webhook: DeliveringWebhook,
  requireAssignment: boolean,
): Principal | { readonly withheld: string } {
  const { subject, tier, areaCodes, role, clearance, assignment, revoked } = webhook;
  if (revoked) return { withheld: "the owner's access was revoked" };
  if (assignment?.disabled) return { withheld: "the owner's account is disabled" };
  if (assignment === null && requireAssignment) return { withheld: "the owner has no assignment" };
  const own = { tier, areaCodes, role, clearance };
  try {
    const granted = assignment === null ? own : narrowToAssignment(claimsOf(webhook), assignment);
    return {
      subject,
      tier: granted.tier ?? tier,
      areaCodes: granted.areaCodes ?? areaCodes,
      role: granted.role ?? role,
      clearance: granted.clearance ?? clearance,
      purpose: null,
    };
  } catch (error) {
    if (error instanceof GoldseedError)
      return { withheld: "the owner's assignment has nothing in common with the webhook" };
    throw error;
  }
}

function claimsOf({ subject, tier, areaCodes, role, clearance }: DeliveringWebhook) {
  return {
    subject,
    actor: null,
    tier,
    areaCodes,
    role,
    clearance,
    purpose: null,
    tokenId: null,
    issuedAtS: 0,
    expiresAtS: 0,
  };
}
