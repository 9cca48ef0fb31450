/** The caller's areas as a predicate of a statement written by hand. */
import type { PeerScope } from "./peer-scope.ts";

export const areaColumns = { TOWN: "town_code", ZONE: "zone_code" } as const;

/** @param place of the area's parameter; nothing is added for the district. */
export function own(scope: PeerScope, alias: string, place: number): string {
  return scope.tier === "DISTRICT"
    ? ""
    : ` and ${alias}.${areaColumns[scope.tier]} = $${place}::text`;
}
