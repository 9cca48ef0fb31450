/** Whom the district recommends to the city in the coming batch: enterprises that are ready and have not applied. */
import { dayIn } from "../calendar.ts";
import { type Sheet } from "../sheet.ts";
import type { Subject } from "../subject.ts";
import { districtWords } from "../words.ts";

export const recommendationSheet: Sheet = {
  table: "recommendations",
  columns: ["kind", "batch", "state", "reason", "recommended_on"],
  source: null,
  rows: (subject) => {
    const { identity } = subject;
    const kind = recommendedKind(subject);
    if (kind === null) return [];
    const year = Number(identity.plan.asOf.slice(0, 4));
    const on = dayIn(year, 0.1 + (identity.ordinal % 40) / 1000, identity.establishedOn);
    const recommendedOn = on < identity.plan.asOf ? on : identity.plan.asOf;
    const reason = districtWords().texts["recommendReason"] ?? null;
    return [{ cells: [kind, `${year}-1`, "PROPOSED", reason, recommendedOn] }];
  },
};

/** A fifth for the specialised title, the rest for the innovative one: ready enterprises in the order of their rank. */
export function recommendedKind({ identity, scale }: Subject): string | null {
  const specialized = Math.floor(scale.recommendations / 5);
  if (identity.cohortId === "READY_SPECIALIZED" && identity.rank < specialized)
    return "SPECIALIZED";
  const innovative = scale.recommendations - specialized;
  return identity.cohortId === "READY_INNOVATIVE" && identity.rank < innovative
    ? "INNOVATIVE"
    : null;
}
