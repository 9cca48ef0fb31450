/** Why the linker leaves a record to an officer, in both languages. */
import { reviewReasonWords } from "../domain/linking/review-reason-words.ts";

/** `reasons`: codes as stored; one that an earlier version stored and this one does not know is shown as it is. */
export function reasonsInWords(reasons: readonly string[]): string {
  const known = reviewReasonWords as Readonly<Record<string, { zh: string; en: string }>>;
  return reasons
    .map((reason) => {
      const words = known[reason];
      return words === undefined ? reason : `${words.zh} / ${words.en}`;
    })
    .join("；");
}
