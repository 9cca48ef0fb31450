/** Assignments that wait for a second person, for the district's officers. */
import { assertDistrictOfficer } from "../domain/access/assert-district-officer.ts";
import type { Principal } from "../domain/access/principal.ts";
import { proposalDays } from "../domain/access/second-person.ts";
import type { Pool } from "../store/pool.ts";
import { listOpenProposals, type ProposalRow } from "../store/queries/assignment-proposals.ts";

/** @throws GoldseedError FORBIDDEN */
export function readProposals(pool: Pool, principal: Principal): Promise<readonly ProposalRow[]> {
  assertDistrictOfficer(principal, { zh: "查看待确认的授权", en: "see proposed rights" });
  return listOpenProposals(pool, proposalDays);
}
