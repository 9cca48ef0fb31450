/**
 * An officer says what a subject may see. What opens sensitive fields is written down as a proposal, which another
 * person must confirm; all else is in force at once.
 */
import { assertDistrictOfficer } from "../domain/access/assert-district-officer.ts";
import type { Principal } from "../domain/access/principal.ts";
import { assertNotForOneself, needsSecondPerson } from "../domain/access/second-person.ts";
import { GoldseedError } from "../domain/errors.ts";
import type { Tier } from "../domain/vocabulary.ts";
import type { Pool, PoolClient } from "../store/pool.ts";
import { insertProposal, type ProposalRow } from "../store/queries/assignment-proposals.ts";
import {
  type AssignmentRecord,
  findAssignment,
  setAssignment as writeAssignment,
} from "../store/queries/assignments.ts";
import { inTransaction } from "../store/transaction.ts";

export interface AssignmentRequest extends AssignmentRecord {
  readonly reason: string;
}

const leastReason = 4;
const plainName = /^[\p{L}\p{N}][\p{L}\p{N}._:@+/|-]{0,199}$/u;

/**
 * @param areas kind of every area, by code.
 * @returns the proposal that waits for a second person; null when the assignment is in force.
 * @throws GoldseedError FORBIDDEN, BAD_USER_INPUT
 */
export async function setAssignment(
  pool: Pool,
  principal: Principal,
  request: AssignmentRequest,
  areas: ReadonlyMap<string, Tier>,
): Promise<ProposalRow | null> {
  assertDistrictOfficer(principal, { zh: "授权", en: "assign rights" });
  assertNotForOneself(request.subject, principal.subject);
  assertSound(request, areas);
  return inTransaction(pool, (client) => assign(client, request, principal.subject));
}

async function assign(
  client: PoolClient,
  request: AssignmentRequest,
  proposedBy: string,
): Promise<ProposalRow | null> {
  const record = { ...request, areaCodes: request.areaCodes.toSorted() };
  const found = await findAssignment(client, record.subject, "for update");
  const now = found === undefined ? null : { ...found, disabled: found.disabledAt !== null };
  if (!needsSecondPerson(now, record)) {
    await writeAssignment(client, record);
    return null;
  }
  if ([...record.reason.trim()].length < leastReason)
    throw wrong([
      `事由“${record.reason}”不足 ${leastReason} 字，密级 ${record.clearance} 须由另一人确认，其须知道为何 / the reason "${record.reason}" is shorter than ${leastReason} characters; a clearance of ${record.clearance} must be confirmed by another, who must know why`,
    ]);
  return insertProposal(client, { ...record, proposedBy });
}

function assertSound(
  { subject, tier, areaCodes }: AssignmentRequest,
  areas: ReadonlyMap<string, Tier>,
): void {
  const problems = [
    ...(plainName.test(subject)
      ? []
      : [`“${subject}”不是人员或客户端的名称 / "${subject}" is no name of a subject`]),
    ...(areaCodes.length > 0 ? [] : ["未写明区域 / no area is named"]),
    ...areaCodes
      .filter((code) => areas.get(code) !== tier)
      .map((code) => `“${code}”不是层级 ${tier} 的区域 / "${code}" is no area of the tier ${tier}`),
  ];
  if (problems.length > 0) throw wrong(problems);
}

function wrong(problems: readonly string[]): GoldseedError {
  return new GoldseedError(
    "BAD_USER_INPUT",
    `授权不成立 / The assignment cannot be made: ${problems.join("; ")}`,
    { details: { problems } },
  );
}
