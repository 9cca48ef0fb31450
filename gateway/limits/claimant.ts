/** Whose place a request takes: callers of one area stand in for each other. */
import type { Principal } from "../../domain/access/principal.ts";
import { oncePer } from "../../lib/once-per.ts";
import type { Claimant } from "./admission.ts";
import { areaKey } from "./point-limits.ts";

/** A district and a city have many people behind one key; a zone or a town has few. */
export const claimantOf = oncePer(
  (principal: Pick<Principal, "subject" | "tier" | "areaCodes">): Claimant => {
    const local = principal.tier === "ZONE" || principal.tier === "TOWN";
    return { key: areaKey(principal), weight: local ? 1 : 4 };
  },
);
