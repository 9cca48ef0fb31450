/** A grant of sight ends before its time; a minute later at most nobody sees by it. */
import { assertDistrictOfficer } from "../domain/access/assert-district-officer.ts";
import type { Principal } from "../domain/access/principal.ts";
import { GoldseedError } from "../domain/errors.ts";
import type { Pool } from "../store/pool.ts";
import { revokeGrant } from "../store/queries/access-grants.ts";

/** @throws GoldseedError FORBIDDEN, NOT_FOUND */
export async function revokeSight(pool: Pool, principal: Principal, id: string): Promise<void> {
  assertDistrictOfficer(principal, { zh: "撤销授权", en: "revoke a grant" });
  if (await revokeGrant(pool, id)) return;
  throw new GoldseedError(
    "NOT_FOUND",
    `没有此项有效授权 / There is no grant "${id}" that could be revoked. See goldseed grant list.`,
  );
}
