/** Marks that a kind of enterprise was named right before a requirement: a band, if another kind is named beside it. */
import { nouns } from "./nouns.ts";
import { type Reader, tokenAt } from "./reader.ts";

const requirement = new Set(["subject", "period", "before", "quantity", "share", "aggregate"]);

/** True when a requirement follows the noun, if any, or a comma after "for enterprises of the kind". */
function asksNext(reader: Reader, addressed: boolean): boolean {
  const of = tokenAt(reader)?.text === "的" ? 1 : 0;
  const noun = tokenAt(reader, of);
  const named = noun !== undefined && nouns.has(noun.text);
  const next = tokenAt(reader, of + (named ? 1 : 0));
  if (next?.meaning.is === "point") return addressed && next.meaning.sign === "comma";
  return next !== undefined && requirement.has(next.meaning.is);
}

/** True when "for" stands before the kind's name. */
export function isAddressed(reader: Reader): boolean {
  return [-1, -2].some((offset) => /^(?:对|对于|针对)$/.test(tokenAt(reader, offset)?.text ?? ""));
}

/** Call with the reader just past the kind's name. Says whether the mark was added. */
export function markPerhaps(reader: Reader, addressed = false): boolean {
  const asks = asksNext(reader, addressed);
  if (asks) reader.elements.push({ kind: "mark", mark: "perhaps-then", text: "", negated: false });
  return asks;
}
