/** What enterprises say of themselves: most holders of a title claim it, and some claim one that nobody registered. */
import { dayIn } from "../calendar.ts";
import type { TitleKind } from "../../../domain/vocabulary.ts";
import { type Sheet, type SheetRow } from "../sheet.ts";
import type { Subject } from "../subject.ts";
import { districtWords } from "../words.ts";
import { validKindsOf } from "./library-memberships.ts";

export const claimSheet: Sheet = {
  table: "title_claims",
  columns: ["kind", "claimed_on", "source", "statement"],
  source: null,
  rows: (subject) => {
    const random = subject.identity.stream("claims");
    const { texts } = districtWords();
    const registered = validKindsOf(subject.titles).filter(() => random.chance(0.7));
    const year = Number(subject.identity.plan.asOf.slice(0, 4)) - 1;
    const claimedOn = dayIn(year, random.next(), subject.identity.establishedOn);
    const rowOf = (kind: string, source: string | undefined): SheetRow => ({
      cells: [kind, claimedOn, source ?? "", texts["claimStatement"] ?? null],
    });
    return [
      ...registered.map((kind) => rowOf(kind, texts["claimSource"])),
      ...falseClaims(subject).map((kind) => rowOf(kind, texts["falseClaimSource"])),
    ];
  },
};

/** Half of the false claims are of the NEARLY cohort, half of ordinary candidates: exactly so many as the scale says. */
function falseClaims({ identity, scale }: Subject): TitleKind[] {
  const half = Math.floor(scale.falseClaims / 2);
  const isNearly = identity.cohortId === "NEARLY" && identity.rank < half;
  const isCandidate = identity.cohortId === "CANDIDATE" && identity.rank < scale.falseClaims - half;
  if (!isNearly && !isCandidate) return [];
  return [
    identity.rank % 5 === 0
      ? "LITTLE_GIANT"
      : identity.rank % 2 === 0
        ? "SPECIALIZED"
        : "INNOVATIVE",
  ];
}
