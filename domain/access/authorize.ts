/** Whether a caller may act at all, and whether a row lies in its areas: what every engine asks before it writes. */
import { GoldseedError } from "../errors.ts";
import { type AccessPolicy, decideField } from "./policy.ts";
import type { Principal } from "./principal.ts";

/**
 * @param coordinate the field of `Mutation` or `Subscription`, whose tiers, roles and level stand in the policy.
 * @throws GoldseedError FORBIDDEN.
 */
export function assertMay(policy: AccessPolicy, principal: Principal, coordinate: string): void {
  if (decideField(policy, principal, coordinate).kind === "show") return;
  const [, action = coordinate] = coordinate.split(".");
  throw new GoldseedError(
    "FORBIDDEN",
    `无权执行“${action}”。 You may not use "${action}". Ask a district officer for the right.`,
    { details: { action } },
  );
}

export interface Place {
  readonly townCode: string | null;
  readonly zoneCode: string | null;
}

/** The same clause as the scope predicate and the row-level policies: a row without the area is nobody's but the district's. */
export function isInScope(
  { tier, areaCodes }: Pick<Principal, "tier" | "areaCodes">,
  { townCode, zoneCode }: Place,
): boolean {
  if (tier === "CITY" || tier === "DISTRICT") return true;
  const code = tier === "TOWN" ? townCode : zoneCode;
  return code !== null && areaCodes.includes(code);
}
