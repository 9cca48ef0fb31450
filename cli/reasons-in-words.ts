/** Why the linker leaves a record to an officer, in both languages. */
import { wordsOfReason } from "../domain/linking/review-reason-words.ts";

/** `reasons`: codes as stored. */
export function reasonsInWords(reasons: readonly string[]): string {
  return reasons
    .map((reason) => {
      const { zh, en } = wordsOfReason(reason);
      return zh === en ? zh : `${zh} / ${en}`;
    })
    .join("；");
}
