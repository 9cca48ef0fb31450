/** The findings that never link by themselves, however high the score: each was wrong too often when it did. */
import type { ComparableName } from "./comparable-name.ts";
import type { Comparison } from "./comparison.ts";
import type { HardStop } from "./link-outcome.ts";

/** `mention` and `name`: the two names of the comparison. */
export function stopsOf(
  comparison: Comparison,
  mention: ComparableName,
  name: ComparableName,
): readonly HardStop[] {
  const { slip, region, branch, number, place } = comparison;
  const proven = provenBy.has(number);
  const stops: HardStop[] = [];
  if (number === "ELSEWHERE") stops.push("NUMBER_ELSEWHERE");
  if (number === "UNREGISTERED") stops.push("NUMBER_UNREGISTERED");
  if (branch === "MENTION_ONLY" && slip !== "EQUAL") stops.push("BRANCH");
  if (slip === "LONGER") stops.push("SUFFIX");
  if (proven) {
    if (!comparison.nameAgrees) stops.push("NAME_DISAGREES");
    return stops;
  }
  if (region === "CONFLICT") stops.push("REGION");
  if (place === "DIFFERENT") stops.push("PLACE");
  if (slip === "NUMERAL") stops.push("NUMERAL");
  if (slip === "PREFIX" && mention.form !== "NONE") stops.push("SUFFIX");
  if (mention.whole.includes("集团") !== name.whole.includes("集团") && slip !== "PREFIX") {
    stops.push("GROUP");
  }
  return stops;
}

const provenBy = new Set<Comparison["number"]>([
  "CREDIT_CODE",
  "REPAIRED_CODE",
  "TAX_NUMBER",
  "ORGANISATION_CODE",
  "REGISTRATION_NUMBER",
]);
