/** Who is asking, as far as access depends on it: made from a verified token and the server's own assignment. */
import { hasGrants } from "./sight.ts";
import type { Classification, Role, Tier } from "../vocabulary.ts";

export interface Principal {
  readonly subject: string;
  /** The machine that acts for the subject; left out when the subject acts for itself. */
  readonly actor?: string;
  readonly tier: Tier;
  /** Areas answered for, sorted; of the tier's own kind. The whole district for DISTRICT, the city for CITY. */
  readonly areaCodes: readonly string[];
  /** Zones and towns seen by grants in force, sorted; left out without one. Sight alone: no right to write. */
  readonly grantedAreaCodes?: readonly string[];
  readonly role: Role;
  /** The highest classification that may be shown unmasked. */
  readonly clearance: Classification;
  /** Purpose code sent with the request; null when none was. */
  readonly purpose: string | null;
}

/**
 * Principals of one access class get the same statement; their areas are parameters. It is part of every plan key, so
 * two principals share a plan only if each field is decided alike for both.
 */
export function accessClassOf(principal: Principal): string {
  const granted = hasGrants(principal) ? ["granted"] : [];
  return [
    principal.tier,
    principal.role,
    principal.clearance,
    principal.purpose ?? "-",
    ...granted,
  ].join(":");
}
