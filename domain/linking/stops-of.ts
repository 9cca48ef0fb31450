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
  const stops: HardStop[] = [];
  if (number === "ELSEWHERE") stops.push("NUMBER_ELSEWHERE");
  if (number === "UNREGISTERED") stops.push("NUMBER_UNREGISTERED");
  const suffix = slip === "LONGER" && !isBrokenForm(mention.text.slice(name.text.length));
  if (branch === "MENTION_ONLY" && slip !== "EQUAL" && (slip !== "LONGER" || suffix))
    stops.push("BRANCH");
  if (suffix) stops.push("SUFFIX");
  if (provenBy.has(number)) {
    if (!comparison.nameAgrees) stops.push("NAME_DISAGREES");
    return stops;
  }
  if (region === "CONFLICT") stops.push("REGION");
  if (place === "DIFFERENT") stops.push("PLACE");
  if (slip === "NUMERAL") stops.push("NUMERAL");
  if (slip === "PREFIX" && isComplete(mention)) stops.push("SUFFIX");
  if (mention.whole.includes("集团") !== name.whole.includes("集团") && slip !== "PREFIX") {
    stops.push("GROUP");
  }
  return stops;
}

/** What is left over is a form of organisation with two slips in it (`有限食公`), not a branch or a shop. */
function isBrokenForm(rest: string): boolean {
  return (
    rest.length <= 6 &&
    !rest.includes("分") &&
    /^[^有限责任公司合作社专业]{0,2}[有限责任公司合作社专业]/.test(rest)
  );
}

/** A name that ends as names end is not one cut off. */
function isComplete(mention: ComparableName): boolean {
  return (
    mention.form !== "NONE" ||
    /(社|厂|店|站|部|中心|所|行|院|场|馆|局|处|城|园)$/.test(mention.whole)
  );
}

const provenBy = new Set<Comparison["number"]>([
  "CREDIT_CODE",
  "REPAIRED_CODE",
  "TAX_NUMBER",
  "ORGANISATION_CODE",
  "REGISTRATION_NUMBER",
]);
