/**
 * Link, review, or none: from the scored candidates of one mention.
 *
 * A score alone never links past a hard stop: those are the findings that were wrong at any score (numerals, branches,
 * foreign numbers). A margin to the next enterprise is asked for because a score says how well a candidate fits, not
 * how well it is told from its neighbours.
 */
import type { LinkMethod } from "../vocabulary.ts";
import type { Comparison } from "./comparison.ts";
import { type Candidate, isVeryName } from "./find-candidates.ts";
import type { HardStop, ReviewReason } from "./link-outcome.ts";
import type { LinkWeights } from "./weights.ts";

export interface Decision {
  readonly decision: "LINK" | "REVIEW" | "NONE";
  readonly method?: LinkMethod;
  readonly confidence: number;
  readonly reasons: readonly ReviewReason[];
}

/** `candidates`: best first, one per enterprise. */
export function decide(
  candidates: readonly Candidate[],
  stopsOf: (comparison: Comparison) => readonly HardStop[],
  weights: LinkWeights,
): Decision {
  const [first, second] = candidates;
  if (first === undefined) return { decision: "NONE", confidence: 0, reasons: [] };
  const confidence = posterior(candidates);
  const method = methodOf(first.comparison);
  const reasons: ReviewReason[] = [...stopsOf(first.comparison)];
  const margin = first.score - (second?.score ?? Number.NEGATIVE_INFINITY);
  if (margin < weights.marginBits && !(second && toldByNumber(first, second))) {
    reasons.push("AMBIGUOUS");
  }
  // A number that proves itself, with a name that agrees, is more than any score of names.
  const certain = first.comparison.nameAgrees || isFullName(first.comparison);
  if (first.score < weights.linkAt && !certain) reasons.push("CLOSE_CALL");
  if (reasons.length === 0) return { decision: "LINK", method, confidence, reasons };
  const worthReview =
    isOffshoot(first) || (first.score >= weights.reviewAt && !isAnother(first, reasons));
  if (worthReview || isNumbered(first.comparison)) {
    return { decision: "REVIEW", method, confidence, reasons };
  }
  return { decision: "NONE", confidence, reasons: [] };
}

/**
 * The number leads to the first and not to the second, and the mention is not the second's very name: a shortened name
 * that fits a parent and its branches is told by its number.
 */
function toldByNumber(first: Candidate, second: Candidate): boolean {
  if (!first.comparison.nameAgrees || second.comparison.number !== "ELSEWHERE") return false;
  return !isVeryName(second.comparison);
}

/** Nothing to review: another place, or a valid number of an enterprise not registered here whose name differs too. */
function isAnother({ comparison }: Candidate, reasons: readonly ReviewReason[]): boolean {
  if (reasons.includes("REGION")) return true;
  const { slip, address } = comparison;
  return reasons.includes("NUMBER_UNREGISTERED") && slip !== "EQUAL" && address !== "SAME";
}

/**
 * The whole registered name with its division, letter for letter: one authority registers a name once (企业名称登记管理规定,
 * 2020 revision, article 4), so a plain name (青岛啤酒) is as certain as a rare one.
 */
function isFullName({ slip, whole, region }: Comparison): boolean {
  return slip === "EQUAL" && whole && region === "SAME";
}

/** A branch or a shop of the candidate that is not registered: an officer says whose it is, however it scores. */
function isOffshoot({ comparison }: Candidate): boolean {
  const { slip, region, place } = comparison;
  return slip === "LONGER" && place !== "DIFFERENT" && (region === "SAME" || region === "NEITHER");
}

/** Share of the first candidate when each weighs 2^score and "none of them" weighs 1. */
function posterior(candidates: readonly Candidate[]): number {
  const top = Math.max(0, candidates[0]?.score ?? 0);
  let sum = 2 ** -top;
  for (const { score } of candidates) sum += 2 ** (score - top);
  return 2 ** ((candidates[0]?.score ?? 0) - top) / sum;
}

const numbered: Readonly<Partial<Record<Comparison["number"], LinkMethod>>> = {
  CREDIT_CODE: "CREDIT_CODE",
  REPAIRED_CODE: "REPAIRED_CODE",
  TAX_NUMBER: "TAX_NUMBER",
  ORGANISATION_CODE: "ORGANISATION_CODE",
  REGISTRATION_NUMBER: "REGISTRATION_NUMBER",
};

const isNumbered = (comparison: Comparison): boolean => numbered[comparison.number] !== undefined;

function methodOf(comparison: Comparison): LinkMethod {
  const byNumber = numbered[comparison.number];
  if (byNumber !== undefined) return byNumber;
  const exact = comparison.slip === "EQUAL" && comparison.region === "SAME";
  if (!exact) return "SCORED";
  return comparison.time === "CURRENT" ? "NAME" : "FORMER_NAME";
}
