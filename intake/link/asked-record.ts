/** What the linker found for a record that it does not settle: worked out while staging, asked when the run links. */
import type { LinkOutcome } from "../../domain/linking/link-outcome.ts";
import type { ReviewCandidate } from "../../store/linking/link-reviews.ts";

export interface Question {
  readonly candidates: readonly ReviewCandidate[];
  /** Chinese, about the first candidate. */
  readonly note: string;
}

export interface AskedRecord extends Question {
  readonly decision: LinkOutcome["decision"];
  /** Of the linker that was asked: another one asks again. */
  readonly stamp: string;
}

export function questionOf(outcome: LinkOutcome | undefined): Question {
  const { candidates = [], reasons = [], explanation = [] } = outcome ?? {};
  return {
    candidates: candidates.map(({ id, name, former, score, stops }) => ({
      creditCode: id,
      name,
      former,
      bits: Number(score.toFixed(2)),
      stops,
    })),
    note: [...reasons, ...explanation].join("；"),
  };
}

export function askedOf(outcome: LinkOutcome | undefined, stamp: string): AskedRecord | undefined {
  if (outcome === undefined) return undefined;
  return { ...questionOf(outcome), decision: outcome.decision, stamp };
}
