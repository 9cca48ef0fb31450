/** From claims to a principal: areas must exist and be of the tier's kind, and the server's assignment has the last word. */
import { nearestNames } from "../../lib/nearest-names.ts";
import { GoldseedError } from "../errors.ts";
import type { Classification, Role, Tier } from "../vocabulary.ts";
import { type Assignment, narrowToAssignment } from "./claims-assignment.ts";
import type { TokenClaims } from "./claims.ts";
import type { Principal } from "./principal.ts";

export interface PrincipalFacts {
  /** Every area's kind, by code. */
  readonly areas: ReadonlyMap<string, Tier>;
  /** Null when the subject has none. */
  readonly assignment: Assignment | null;
  /** Refuse subjects without an assignment. */
  readonly requireAssignment: boolean;
  /** What a role may see unmasked when neither token nor assignment says; by the policy. L1 for a role it leaves out. */
  readonly clearances: ReadonlyMap<Role, Classification>;
}

/** @throws GoldseedError UNAUTHENTICATED in words that help whoever manages the accounts. */
export function principalOf(claims: TokenClaims, facts: PrincipalFacts): Principal {
  const { areas, assignment, requireAssignment } = facts;
  if (assignment?.disabled) refuse(`账号已停用 / The account "${claims.subject}" is disabled`);
  if (assignment === null && requireAssignment)
    refuse(`账号未授权 / The account "${claims.subject}" has no assignment here`);
  assertKnown(claims.areaCodes ?? [], areas);
  const granted = assignment === null ? claims : narrowToAssignment(claims, assignment);
  const tier = granted.tier ?? refuse("令牌未写明层级 / The token has no tier");
  const role = granted.role ?? "VIEWER";
  const clearance = granted.clearance ?? facts.clearances.get(role) ?? "L1";
  return {
    subject: claims.subject,
    ...(claims.actor === null ? {} : { actor: claims.actor }),
    tier,
    areaCodes: areasOf(tier, granted.areaCodes, areas),
    role,
    clearance,
    purpose: claims.purpose,
  };
}

function assertKnown(codes: readonly string[], areas: ReadonlyMap<string, Tier>): void {
  const unknown = codes.find((code) => !areas.has(code));
  if (unknown === undefined) return;
  const [near] = nearestNames(unknown, areas.keys());
  const hint = near === undefined ? "" : `. Did the issuer mean "${near}"?`;
  refuse(
    `令牌中的区域代码不存在 / The token names an area that does not exist, "${unknown}"${hint}`,
  );
}

/** District and city are one area each, which a token need not name; a zone or town must. */
function areasOf(
  tier: Tier,
  codes: readonly string[] | null,
  areas: ReadonlyMap<string, Tier>,
): readonly string[] {
  if (codes === null) {
    if (tier === "ZONE" || tier === "TOWN")
      refuse(`令牌未写明区域 / A token of tier ${tier} must name its areas`);
    return [...areas]
      .filter(([, kind]) => kind === tier)
      .map(([code]) => code)
      .sort();
  }
  const foreign = codes.find((code) => areas.get(code) !== tier);
  if (foreign !== undefined)
    refuse(`令牌中的区域与层级不符 / The token's area "${foreign}" is not of its tier ${tier}`);
  return codes;
}

function refuse(what: string): never {
  throw new GoldseedError("UNAUTHENTICATED", what.endsWith("?") ? what : `${what}.`);
}
