/** Marks that a kind of enterprise was named right before a requirement: a band, if another kind is named beside it. */
import { nouns } from "./nouns.ts";
import { type Reader, tokenAt } from "./reader.ts";

const requirement = new Set(["subject", "period", "before", "quantity", "share", "aggregate"]);

/** Call with the reader just past the kind's name. */
export function markPerhaps(reader: Reader): void {
  const noun = tokenAt(reader);
  const next = noun !== undefined && nouns.has(noun.text) ? tokenAt(reader, 1) : noun;
  if (next !== undefined && requirement.has(next.meaning.is))
    reader.elements.push({ kind: "mark", mark: "perhaps-then", text: "", negated: false });
}
