/** A second person confirms or rejects what one has proposed; confirmed, the assignment is in force. */
import { assertDistrictOfficer } from "../domain/access/assert-district-officer.ts";
import type { Principal } from "../domain/access/principal.ts";
import { assertSecondPerson, proposalDays } from "../domain/access/second-person.ts";
import { GoldseedError } from "../domain/errors.ts";
import type { Pool } from "../store/pool.ts";
import {
  lockOpenProposal,
  type ProposalRow,
  writeDecision,
} from "../store/queries/assignment-proposals.ts";
import { setAssignment } from "../store/queries/assignments.ts";
import { inTransaction } from "../store/transaction.ts";

export interface AssignmentDecision {
  readonly id: string;
  readonly confirm: boolean;
}

/**
 * Whoever proposed it may take it back by rejecting it.
 *
 * @throws GoldseedError FORBIDDEN, NOT_FOUND
 */
export async function decideAssignment(
  pool: Pool,
  principal: Principal,
  { id, confirm }: AssignmentDecision,
): Promise<ProposalRow> {
  assertDistrictOfficer(principal, { zh: "确认授权", en: "confirm rights" });
  const by = principal.subject;
  return inTransaction(pool, async (client) => {
    const proposal = await lockOpenProposal(client, id, proposalDays);
    if (proposal === undefined) throw notOpen(id);
    if (confirm) {
      assertSecondPerson(proposal, by);
      await setAssignment(client, proposal);
    }
    await writeDecision(client, id, { decision: confirm ? "CONFIRMED" : "REJECTED", by });
    return proposal;
  });
}

function notOpen(id: string): GoldseedError {
  return new GoldseedError(
    "NOT_FOUND",
    `没有待确认的授权“${id}” / No proposal "${id}" waits for a decision; after ${proposalDays} days one is void. See \`goldseed assignment proposals\`.`,
  );
}
