/** An officer of the district lets a subject see another zone or town, for a reason and a time. */
import { assertDistrictOfficer } from "../domain/access/assert-district-officer.ts";
import { assertGrantable, type GrantWish } from "../domain/access/grants.ts";
import type { AccessPolicy } from "../domain/access/policy.ts";
import type { Principal } from "../domain/access/principal.ts";
import { assertNotForOneself } from "../domain/access/second-person.ts";
import type { Tier } from "../domain/vocabulary.ts";
import type { Pool } from "../store/pool.ts";
import { insertGrant } from "../store/queries/access-grants.ts";

export interface SightRequest {
  readonly subject: string;
  readonly areaCode: string;
  readonly reason: string;
  readonly hours: number;
  /** RFC 3339; at once when left out. */
  readonly from?: string | null | undefined;
}

/** @returns the grant's id. @throws GoldseedError FORBIDDEN, BAD_USER_INPUT */
export async function grantSight(
  pool: Pool,
  principal: Principal,
  request: SightRequest,
  by: {
    readonly policy: Pick<AccessPolicy, "longestGrantDays">;
    readonly areas: ReadonlyMap<string, Tier>;
  },
): Promise<string> {
  assertDistrictOfficer(principal, { zh: "临时跨区授权", en: "grant sight of another area" });
  assertNotForOneself(request.subject, principal.subject);
  const nowS = Date.now() / 1_000;
  const fromS = request.from == null ? nowS : Date.parse(request.from) / 1_000;
  const wish: GrantWish = {
    subject: request.subject,
    areaCode: request.areaCode,
    reason: request.reason,
    grantedBy: principal.subject,
    fromS,
    toS: fromS + request.hours * 3_600,
  };
  assertGrantable(wish, { ...by, nowS });
  return insertGrant(pool, wish);
}
