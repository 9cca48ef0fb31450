/** When one person's word is not enough: whatever opens sensitive or personal fields is proposed by one and confirmed by another. */
import type { Classification } from "../vocabulary.ts";
import { GoldseedError } from "../errors.ts";
import type { Assignment } from "./claims-assignment.ts";

export type AssignmentWish = Omit<Assignment, "disabled">;

/** From here on a clearance opens more than the district's internal data. */
const sensitive: Classification = "L3";

/**
 * Whether a second person must confirm: the wish has a sensitive clearance, and gives its subject anything that its
 * assignment in force does not.
 *
 * @param now null without one; one that is disabled gives nothing.
 */
export function needsSecondPerson(now: Assignment | null, wish: AssignmentWish): boolean {
  if (wish.clearance < sensitive) return false;
  return !(
    now !== null &&
    !now.disabled &&
    now.tier === wish.tier &&
    now.role === wish.role &&
    now.clearance >= wish.clearance &&
    wish.areaCodes.every((code) => now.areaCodes.includes(code))
  );
}

/** What becomes of a proposal; SUPERSEDED by a later one for the same subject. */
export const proposalDecisions = ["CONFIRMED", "REJECTED", "SUPERSEDED"] as const;

/** What becomes of a wish to export. */
export const exportDecisions = ["CONFIRMED", "REJECTED"] as const;

/** A proposal that nobody has decided after so many days is void. */
export const proposalDays = 7;

export interface Proposal {
  readonly subject: string;
  readonly proposedBy: string;
}

/**
 * @param decidedBy name of the account, of the graph or of a command.
 * @throws GoldseedError FORBIDDEN to whoever proposed it or would gain by it.
 */
export function assertSecondPerson({ subject, proposedBy }: Proposal, decidedBy: string): void {
  const person = personOf(decidedBy);
  if (person !== personOf(proposedBy) && person !== personOf(subject)) return;
  throw new GoldseedError(
    "FORBIDDEN",
    `须由提出人“${proposedBy}”和被授权人“${subject}”以外的人确认 / Somebody must confirm who neither proposed it nor is given it; "${decidedBy}" is one of the two.`,
  );
}

/** @throws GoldseedError FORBIDDEN */
export function assertNotForOneself(subject: string, proposedBy: string): void {
  if (personOf(subject) !== personOf(proposedBy)) return;
  throw new GoldseedError(
    "FORBIDDEN",
    `不能为自己授权 / Nobody gives rights to themselves: "${subject}". Ask another officer of the district.`,
  );
}

/** An account of the operating system and a subject of the same name are taken for one person. */
function personOf(name: string): string {
  return name.replace(/^cli:/u, "").toLowerCase();
}
