/** A question about records, or what is kept of them with an answer given before; their rows are put in by who keeps it. */
import type { Mention } from "../../domain/linking/mention.ts";
import type { NewReview } from "../../store/linking/link-reviews.ts";
import type { Question } from "./link-question.ts";

export function newReview(
  groupKey: string,
  { mention, decision }: { readonly mention: Mention; readonly decision: NewReview["decision"] },
  { candidates, note }: Question,
): NewReview {
  return { groupKey, record: { mention: { ...mention }, rows: [] }, candidates, note, decision };
}
