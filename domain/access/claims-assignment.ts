/** A token is what the issuer says; an assignment is what this server says. Only what both say holds. */
import { GoldseedError } from "../errors.ts";
import { type Classification, classifications, type Role, type Tier } from "../vocabulary.ts";
import type { TokenClaims } from "./claims.ts";

export interface Assignment {
  readonly tier: Tier;
  readonly areaCodes: readonly string[];
  readonly role: Role;
  readonly clearance: Classification;
  readonly disabled: boolean;
}

export type Granted = Pick<TokenClaims, "tier" | "areaCodes" | "role" | "clearance">;

/** What a token leaves unsaid the assignment says alone. @throws GoldseedError UNAUTHENTICATED when nothing is common. */
export function narrowToAssignment(claims: TokenClaims, assignment: Assignment): Granted {
  return {
    ...commonAreas(claims, assignment),
    role: commonRole(claims.role, assignment.role),
    clearance: lower(claims.clearance, assignment.clearance),
  };
}

/** The district holds its zones and towns; a zone and a town overlap in part, which no principal can express. */
function commonAreas(
  claims: TokenClaims,
  assignment: Assignment,
): Pick<Granted, "tier" | "areaCodes"> {
  const { areaCodes } = claims;
  const tier = claims.tier ?? assignment.tier;
  if (tier === assignment.tier) {
    const common =
      areaCodes === null
        ? assignment.areaCodes
        : areaCodes.filter((code) => assignment.areaCodes.includes(code));
    return { tier, areaCodes: common.length > 0 ? common : refuse("areas") };
  }
  if (tier === "DISTRICT" && isLocal(assignment.tier))
    return { tier: assignment.tier, areaCodes: assignment.areaCodes };
  if (assignment.tier === "DISTRICT" && isLocal(tier)) return { tier, areaCodes };
  return refuse("tier");
}

const isLocal = (tier: Tier) => tier === "ZONE" || tier === "TOWN";

/** Viewer, specialist and officer hold each other; the other roles are of their own kind. */
const ladder: readonly Role[] = ["VIEWER", "SPECIALIST", "OFFICER"];
/** Kept to a list: of fields, or of documents. To be a viewer would be more, for a viewer asks what it likes. */
const listed: readonly Role[] = ["AUDITOR", "MACHINE"];

function commonRole(claimed: Role | null, assigned: Role): Role {
  if (claimed === null || claimed === assigned) return assigned;
  if (claimed === "VIEWER" && !listed.includes(assigned)) return claimed;
  if (!ladder.includes(claimed) || !ladder.includes(assigned)) return refuse("role");
  return ladder.indexOf(claimed) < ladder.indexOf(assigned) ? claimed : assigned;
}

function lower(claimed: Classification | null, assigned: Classification): Classification {
  if (claimed === null) return assigned;
  return classifications.indexOf(claimed) < classifications.indexOf(assigned) ? claimed : assigned;
}

function refuse(what: string): never {
  throw new GoldseedError(
    "UNAUTHENTICATED",
    `令牌与本系统的授权不一致 / The token's ${what} and the assignment of this server have nothing in common. Ask a district officer to correct the assignment.`,
  );
}
