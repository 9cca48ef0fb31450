/** The access policy in its checked form, and the one decision about a field. */
import type { Classification, Role, Tier } from "../vocabulary.ts";
import type { Principal } from "./principal.ts";

export const maskNames = ["personName", "phone", "email"] as const;
export type MaskName = (typeof maskNames)[number];

export interface AccessPolicy {
  readonly version: string;
  /** `Type.field` to the mask used above the caller's clearance. */
  readonly masks: ReadonlyMap<string, MaskName>;
  readonly clearances: ReadonlyMap<Role, Classification>;
  /** `Type.field` or `Type.*` to the tiers that may use it; others may not. */
  readonly tiers: ReadonlyMap<string, readonly Tier[]>;
  /** `Type.field` to its classification, read from the contract. */
  readonly levels: ReadonlyMap<string, Classification>;
}

export type FieldDecision =
  | { readonly kind: "show" }
  | { readonly kind: "mask"; readonly mask: MaskName; readonly rule: string }
  | { readonly kind: "refuse"; readonly rule: string };

const show: FieldDecision = { kind: "show" };

/**
 * Decides one field for one principal. `rule` names the clause, for those who may know it. A field without a
 * classification is refused: the contract's test makes that impossible, and this keeps a slip from being a leak.
 */
export function decideField(
  policy: AccessPolicy,
  principal: Principal,
  coordinate: string,
): FieldDecision {
  const tiers = policy.tiers.get(coordinate) ?? policy.tiers.get(`${coordinate.split(".")[0]}.*`);
  if (tiers && !tiers.includes(principal.tier))
    return { kind: "refuse", rule: `tiers/${coordinate}` };
  const level = policy.levels.get(coordinate);
  if (!level) return { kind: "refuse", rule: `unclassified/${coordinate}` };
  if (level <= principal.clearance) return show;
  const mask = policy.masks.get(coordinate);
  if (mask) return { kind: "mask", mask, rule: `masks/${coordinate}` };
  return { kind: "refuse", rule: `clearance/${level}` };
}
