/** Whose rows a caller sees: the one statement of scope, said again as predicate and as row-level security. */
import { isInScope, type Place } from "./authorize.ts";
import type { Tier } from "../vocabulary.ts";

export interface Sight {
  readonly tier: Tier;
  readonly areaCodes: readonly string[];
  /** Areas seen by a grant in force, of either kind; none when left out. */
  readonly grantedAreaCodes?: readonly string[];
}

/** District and city see every row as it is: a grant adds nothing to it. */
export function hasGrants({ tier, grantedAreaCodes = [] }: Sight): boolean {
  return (tier === "ZONE" || tier === "TOWN") && grantedAreaCodes.length > 0;
}

export function seenAreas({ areaCodes, grantedAreaCodes = [] }: Sight): readonly string[] {
  return [...areaCodes, ...grantedAreaCodes];
}

export function mayLookAt(caller: Sight, place: Place): boolean {
  return isInScope(caller, place) || seenByGrant(caller, place);
}

/** Whether a row is seen by a grant and not by the caller's own areas. */
export function seenByGrant(caller: Sight, place: Place): boolean {
  const { grantedAreaCodes = [] } = caller;
  if (isInScope(caller, place)) return false;
  return [place.townCode, place.zoneCode].some(
    (code) => code !== null && grantedAreaCodes.includes(code),
  );
}
