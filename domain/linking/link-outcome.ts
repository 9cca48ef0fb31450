/** What the linker says of one record. */
import type { LinkMethod } from "../vocabulary.ts";

/** What forbids a link without an officer, whatever the score. */
export const hardStops = [
  /** The divisions named cannot be one place. */
  "REGION",
  /** The addresses or places lie in different cities and no number agrees. */
  "PLACE",
  /** A numeral differs: 第一分店, 第二分店. */
  "NUMERAL",
  /** The mention names a branch that the candidate is not, or the other way round. */
  "BRANCH",
  /** The record's number belongs to another enterprise. */
  "NUMBER_ELSEWHERE",
  /** The record's number is well formed and not in the register. */
  "NUMBER_UNREGISTERED",
  /** The mention is the name with something after it, or before its end: 公司招待所. */
  "SUFFIX",
  /** One of the two is a group (集团). */
  "GROUP",
  /** The number agrees, the name does not. */
  "NAME_DISAGREES",
] as const;
export type HardStop = (typeof hardStops)[number];

/** Why a record waits for an officer although a candidate was found. */
export type ReviewReason = HardStop | "CLOSE_CALL" | "AMBIGUOUS";

export interface LinkCandidate {
  /** The registry entry's id. */
  readonly id: string;
  /** The name that was compared, as registered; a former one if that fits better. */
  readonly name: string;
  readonly former: boolean;
  /** Bits. */
  readonly score: number;
  readonly stops: readonly HardStop[];
}

export interface LinkOutcome {
  readonly decision: "LINK" | "REVIEW" | "NONE";
  /** How the link was found; for REVIEW, how the first candidate was. Absent for NONE. */
  readonly method?: LinkMethod;
  /** 0 to 1: the posterior of the first candidate among all candidates and none. */
  readonly confidence: number;
  /** Why it waits, for REVIEW. */
  readonly reasons: readonly ReviewReason[];
  /** At most five, best first. */
  readonly candidates: readonly LinkCandidate[];
  /** Chinese, one line per finding, with its bits: what an officer is shown beside the first candidate. */
  readonly explanation: readonly string[];
}
