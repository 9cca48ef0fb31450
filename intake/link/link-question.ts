/** What an officer is shown of a record that the linker does not settle. */
import type { LinkOutcome } from "../../domain/linking/link-outcome.ts";
import { wordsOfReason } from "../../domain/linking/review-reason-words.ts";
import type { ReviewCandidate } from "../../store/linking/link-reviews.ts";

export interface Question {
  readonly candidates: readonly ReviewCandidate[];
  /** Chinese, about the first candidate. */
  readonly note: string;
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
    note: [...reasons.map((reason) => wordsOfReason(reason).zh), ...explanation].join("；"),
  };
}
