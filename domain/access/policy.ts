/** The access policy in its checked form, and the one decision about a field. */
import type { Classification, Role, Tier } from "../vocabulary.ts";
import type { BulkExport } from "./bulk-export.ts";
import type { Principal } from "./principal.ts";

export const maskNames = ["personName", "phone", "email", "idNumber", "moneyRange"] as const;
export type MaskName = (typeof maskNames)[number];

export interface AccessPolicy {
  readonly version: string;
  /** First and last day in force, ISO dates; a null end is open. */
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  /** `Type.field` to the mask used above the caller's clearance. */
  readonly masks: ReadonlyMap<string, MaskName>;
  readonly clearances: ReadonlyMap<Role, Classification>;
  /** `Type.field` or `Type.*` to the tiers that may use it; others may not. */
  readonly tiers: ReadonlyMap<string, readonly Tier[]>;
  /** `Type.field` or `Type.*` to the roles that may use it; others may not. */
  readonly roles: ReadonlyMap<string, readonly Role[]>;
  /** A role named here may use these fields (`Type.field`, `Type.*`) and no others. */
  readonly confined: ReadonlyMap<Role, ReadonlySet<string>>;
  /** Counting and summing are a right of their own: these fields, for these roles. */
  readonly aggregates: { readonly fields: ReadonlySet<string>; readonly roles: readonly Role[] };
  /** Levels above which a clearance alone does not do: the request must name one of these purposes. */
  readonly purposes: ReadonlyMap<Classification, readonly string[]>;
  /** Groups of fewer enterprises than this outside the caller's scope are not told. */
  readonly smallestGroup: number;
  /** Sight of another area is granted for so many days at most. */
  readonly longestGrantDays: number;
  /** Lists longer than this are carried away with another person's agreement alone. */
  readonly bulkExport: BulkExport;
  /** `Type.field` to its classification, read from the contract. */
  readonly levels: ReadonlyMap<string, Classification>;
}

export type FieldDecision =
  | { readonly kind: "show"; readonly rule: string }
  | { readonly kind: "mask"; readonly mask: MaskName; readonly rule: string }
  | { readonly kind: "refuse"; readonly rule: string };

/** What of a principal a field's decision depends on. */
export type Decider = Pick<Principal, "tier" | "role" | "clearance" | "purpose">;

/**
 * Decides one field for one principal. `rule` names the clause, for those who may know it. A field without a
 * classification is refused: the contract's test makes that impossible, and this keeps a slip from being a leak.
 */
export function decideField(
  policy: AccessPolicy,
  principal: Decider,
  coordinate: string,
): FieldDecision {
  const closed = closedBy(policy, principal, coordinate);
  if (closed !== null) return { kind: "refuse", rule: closed };
  const level = policy.levels.get(coordinate);
  if (!level) return { kind: "refuse", rule: `unclassified/${coordinate}` };
  const above = aboveBy(policy, principal, level);
  if (above === null) return { kind: "show", rule: `classified/${level}` };
  const mask = policy.masks.get(coordinate);
  if (mask) return { kind: "mask", mask, rule: `masks/${coordinate}` };
  return { kind: "refuse", rule: above };
}

/** The clause that keeps a field from a tier or role whatever its clearance; null when none does. */
function closedBy(policy: AccessPolicy, principal: Decider, coordinate: string): string | null {
  const wholeType = `${coordinate.split(".")[0] ?? ""}.*`;
  const confined = policy.confined.get(principal.role);
  if (confined && !confined.has(coordinate) && !confined.has(wholeType))
    return `confined/${principal.role}`;
  const tiers = policy.tiers.get(coordinate) ?? policy.tiers.get(wholeType);
  if (tiers && !tiers.includes(principal.tier)) return `tiers/${coordinate}`;
  const roles = policy.roles.get(coordinate) ?? policy.roles.get(wholeType);
  if (roles && !roles.includes(principal.role)) return `roles/${coordinate}`;
  const { fields, roles: counting } = policy.aggregates;
  if (fields.has(coordinate) && !counting.includes(principal.role))
    return `aggregates/${coordinate}`;
  return null;
}

function aboveBy(
  policy: AccessPolicy,
  { clearance, purpose }: Decider,
  level: Classification,
): string | null {
  if (level > clearance) return `clearance/${level}`;
  const purposes = policy.purposes.get(level);
  if (purposes && (purpose === null || !purposes.includes(purpose))) return `purposes/${level}`;
  return null;
}
