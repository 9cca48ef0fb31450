/** Whose rows a caller sees: the one statement of scope, said again as predicate and as row-level security. */
import type { Tier } from "../vocabulary.ts";

/** Where a row belongs; null while its town is not known, or it lies in no zone. */
export interface Place {
  readonly townCode: string | null;
  readonly zoneCode: string | null;
}

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

export function mayLookAt(caller: Sight, { townCode, zoneCode }: Place): boolean {
  const { tier, areaCodes, grantedAreaCodes = [] } = caller;
  if (tier === "CITY" || tier === "DISTRICT") return true;
  const own = tier === "TOWN" ? townCode : zoneCode;
  const granted = [townCode, zoneCode].some(
    (code) => code !== null && grantedAreaCodes.includes(code),
  );
  return granted || (own !== null && areaCodes.includes(own));
}
