/** Callers alike in all that a field's decision depends on: the rows of every matrix made from the policy. */
import { type Classification, type Role, roles, type Tier, tiers } from "../vocabulary.ts";
import type { AccessPolicy, Decider } from "./policy.ts";

export interface PrincipalClass extends Decider {
  readonly tier: Tier;
  readonly role: Role;
  readonly clearance: Classification;
  /** Null: none was named. */
  readonly purpose: string | null;
}

/** Each role of each tier at the clearance it has unless an assignment says otherwise, without a purpose. */
export function usualClasses(
  policy: Pick<AccessPolicy, "clearances">,
  only: { readonly tier?: Tier; readonly role?: Role } = {},
): readonly PrincipalClass[] {
  return tiers
    .filter((tier) => only.tier === undefined || tier === only.tier)
    .flatMap((tier) =>
      roles
        .filter((role) => only.role === undefined || role === only.role)
        .map((role) => ({
          tier,
          role,
          clearance: policy.clearances.get(role) ?? "L1",
          purpose: null,
        })),
    );
}

/** And each of them with the highest clearance and a purpose: what the policy can open at most. */
export function allClasses(
  policy: Pick<AccessPolicy, "clearances" | "purposes">,
): readonly PrincipalClass[] {
  const purposes = new Set([...policy.purposes.values()].flat());
  return usualClasses(policy).flatMap((usual) => [
    usual,
    { ...usual, clearance: "L4" as const },
    ...[...purposes].map((purpose) => ({ ...usual, clearance: "L4" as const, purpose })),
  ]);
}

/** Such as `TOWN/SPECIALIST L3`. */
export function className({ tier, role, clearance, purpose }: PrincipalClass): string {
  return `${tier}/${role} ${clearance}${purpose === null ? "" : ` ${purpose}`}`;
}
