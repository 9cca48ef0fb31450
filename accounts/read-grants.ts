/** Grants of sight in force and to come, for the district's officers. */
import { assertDistrictOfficer } from "../domain/access/assert-district-officer.ts";
import type { Principal } from "../domain/access/principal.ts";
import type { Pool } from "../store/pool.ts";
import { type GrantRow, listGrants } from "../store/queries/access-grants.ts";

/** @throws GoldseedError FORBIDDEN */
export async function readGrants(
  pool: Pool,
  principal: Principal,
  subject?: string,
): Promise<readonly GrantRow[]> {
  assertDistrictOfficer(principal, { zh: "查看临时授权", en: "see grants of sight" });
  return listGrants(pool, { ...(subject === undefined ? {} : { subject }), past: false });
}
