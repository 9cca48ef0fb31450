/** The measure that stands after its number: "2 or more invention patents", "3% and above of revenue". */
import type { LimitRead } from "./limit.ts";
import { namesMeasure, type Phrase } from "./phrase.ts";
import { type Reader, say } from "./reader.ts";

/** Looks past the bound for "of research spending", "invention patents": notices also put the measure last. */
export function takeFollowingSubject(reader: Reader, read: LimitRead): number {
  const quantity = read.limit.kind === "bounds" ? read.limit.bounds[0]?.quantity : undefined;
  if (quantity === undefined) return read.next;
  const { phrase } = reader;
  const own = phrase.subjects[0];
  if (own !== undefined && phrase.filter !== undefined) return skipWhole(reader, read.next);
  if (namesMeasure(phrase) && own === undefined && phrase.denominators.length > 0) return read.next;
  if (own !== undefined && !countsItems(reader, own, quantity.dimension)) return read.next;
  if (own === undefined && quantity.dimension === "item" && otherKind(reader, read.next)) {
    say(reader, { spoiled: true });
    return read.next;
  }
  const at = followingSubject(reader, read.next);
  const distant = at === undefined && own === undefined ? distantSubject(reader, read) : undefined;
  if (distant !== undefined) {
    const { subjects, coordination } = moreSubjects(reader, distant);
    say(reader, { subjects, coordination, denominators: [] });
    return read.next;
  }
  const meaning = at === undefined ? undefined : reader.tokens[at]?.meaning;
  if (at === undefined || meaning?.is !== "subject") return read.next;
  const joined = moreSubjects(reader, at);
  say(reader, { subjects: joined.subjects, coordination: joined.coordination, denominators: [] });
  return joined.next;
}

/** "6 or more other rights": a kind no word names, counted after the number. */
function otherKind({ tokens, end }: Reader, from: number): boolean {
  const [word, next] = [tokens[from], tokens[from + 1]];
  const unknown = word?.meaning.is === "other" && /\p{Script=Han}{2}/u.test(word.text);
  return unknown && from + 1 < end && next?.meaning.is === "subject";
}

/** "has staff with 3 patents": the first subject cannot be counted in that unit. */
export function countsItems(
  reader: Reader,
  subject: string,
  dimension: string | undefined,
): boolean {
  const unit = reader.lexicon.families.get(subject)?.unit;
  return dimension === "item" && unit !== "项" && unit !== "件";
}

/** Tokens a description before the thing counted may take. */
const farthest = 30;

/** "1 or more, related to the main product and already in use, of class I rights": the thing counted comes last. */
function distantSubject(
  { tokens, end, lexicon }: Reader,
  { limit, next }: LimitRead,
): number | undefined {
  if (limit.kind !== "bounds" || limit.bounds[0]?.quantity.dimension !== "item") return undefined;
  for (let at = next; at < Math.min(end, next + farthest); at += 1) {
    const meaning = tokens[at]?.meaning;
    if (meaning === undefined || meaning.is === "quantity" || meaning.is === "before")
      return undefined;
    if (meaning.is === "point" && meaning.sign !== "dun") return undefined;
    if (meaning.is !== "subject" || tokens[at - 1]?.text !== "的") continue;
    const unit = lexicon.families.get(meaning.of)?.unit;
    return unit === "项" || unit === "件" ? at : undefined;
  }
  return undefined;
}

/** "10% of sales and above": the words after the number complete the ratio already named. */
function skipWhole(reader: Reader, at: number): number {
  let next = at;
  while (next < reader.end && ["subject", "filler"].includes(reader.tokens[next]?.meaning.is ?? ""))
    next += 1;
  return next;
}

export function followingSubject(reader: Reader, from: number): number | undefined {
  for (let at = from; at < Math.min(reader.end, from + 8); at += 1) {
    const meaning = reader.tokens[at]?.meaning;
    if (meaning?.is === "subject") return at;
    if (meaning?.is !== "filler" && meaning?.is !== "scope") return undefined;
  }
  return undefined;
}

function moreSubjects(reader: Reader, first: number) {
  const subjects: string[] = [];
  let coordination: Phrase["coordination"] = "list";
  let next = first;
  for (let at = first; at < reader.end; at += 1) {
    const meaning = reader.tokens[at]?.meaning;
    if (meaning?.is === "subject") {
      subjects.push(meaning.of);
      next = at + 1;
    } else if (meaning?.is === "and" || meaning?.is === "or") {
      if (reader.tokens[at + 1]?.meaning.is !== "subject") break;
      coordination = meaning.is;
    } else if (meaning?.is === "point" && meaning.sign === "dun") {
      if (reader.tokens[at + 1]?.meaning.is !== "subject") break;
    } else if (meaning?.is !== "filler") break;
    else if (subjects.length > 0 && reader.tokens[at]?.text !== "的") next = at + 1;
  }
  return { subjects, coordination, next };
}
