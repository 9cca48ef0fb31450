/** Words that shape the clause: heads of lists, exemptions, refusals, bands, and the fillers among which some do too. */
import { emptyPhrase } from "./phrase.ts";
import { nouns } from "./nouns.ts";
import { addPart, type Reader, say, tokenAt } from "./reader.ts";
import type { Token } from "./word.ts";

/** Adds the mark for the parser. */
export function handleMark(reader: Reader, token: Token): void {
  const { meaning } = token;
  if (meaning.is === "label") addMark(reader, "label", meaning.label);
  else if (meaning.is === "some-of" && reader.phrase.subjects.length > 1)
    say(reader, { enough: Number(meaning.count) });
  else if (meaning.is === "some-of")
    addMark(reader, opensList(reader) ? "head_some" : "some_of", meaning.count);
  else if (meaning.is === "item") addMark(reader, "item", meaning.style);
  else if (meaning.is === "mark" && meaning.mark === "one_of" && reader.phrase.subjects.length > 1)
    say(reader, { enough: 1 });
  else if (meaning.is === "mark") known(reader, token, meaning.mark);
  reader.at += 1;
}

type Marked = Extract<Token["meaning"], { is: "mark" }>["mark"];

function known(reader: Reader, token: Token, mark: Marked): void {
  if (mark === "renewal" || mark === "new_applicant") addRenewal(reader, token, mark);
  else if (mark === "accept") skipToPoint(reader);
  else if (mark === "among") parted(reader);
  else if (mark !== "open" && mark !== "each_item" && mark !== "consider")
    addMark(reader, mark, "");
}

/** "of these, state-owned enterprises ...": some are told apart, as after a semicolon. */
function parted(reader: Reader): void {
  const at = reader.elements.length - 1;
  const last = reader.elements[at];
  const next = tokenAt(reader, 1)?.meaning.is;
  if (last?.kind === "join" && (next === "fact" || next === "industry" || next === "title"))
    reader.elements[at] = { ...last, strength: 3 };
}

/** Lists in lists of the longest notices. */
const mostHeads = 30;

function addMark(
  reader: Reader,
  mark: Exclude<Marked, "open"> | "label" | "item" | "head_some" | "some_of",
  text: string,
): void {
  const head = mark.startsWith("head_");
  if (head) reader.findings.heads += 1;
  if (head && reader.findings.heads > mostHeads) return;
  reader.elements.push({ kind: "mark", mark, text, negated: reader.negated });
  reader.segment.yielded = true;
  if (head) reader.negated = false;
}

/** A colon or a list mark follows: the words are the head of what is to come. */
function opensList(reader: Reader): boolean {
  for (let offset = 1; offset < 4; offset += 1) {
    const meaning = tokenAt(reader, offset)?.meaning;
    if (meaning?.is === "item") return true;
    if (meaning?.is === "point") return meaning.sign === "colon";
    if (meaning?.is !== "filler") return false;
  }
  return false;
}

function addRenewal(reader: Reader, token: Token, mark: "renewal" | "new_applicant"): void {
  const leaf = { m: "is_renewal", op: "==", v: mark === "renewal" } as const;
  addPart(reader, { kind: "leaf", leaf, spans: [token] }, token);
  reader.elements.push({ kind: "mark", mark: "then", text: "", negated: false });
  reader.phrase = emptyPhrase;
}

/** What may be applied for is no condition. */
function skipToPoint(reader: Reader): void {
  reader.segment.yielded = true;
  while (tokenAt(reader, 1) !== undefined && tokenAt(reader, 1)?.meaning.is !== "point")
    reader.at += 1;
}

/** "of" before "enterprises," or a comma ends the description of a band. */
export function handleFiller(reader: Reader, token: Token): void {
  if (token.text === "的" && endsBand(reader) && reader.segment.yielded) {
    reader.elements.push({ kind: "mark", mark: "then", text: "", negated: false });
    reader.memory.banded = reader.memory.last;
  }
  if (token.text === "的" && namesApplicant(reader)) reader.negated = false;
  reader.at += 1;
}

/** "private enterprises that are not listed": who is meant stands outside of what is denied. */
function namesApplicant(reader: Reader): boolean {
  const next = tokenAt(reader, 1);
  return reader.segment.yielded && next?.text.endsWith("企业") === true;
}

/** What may follow a band without a comma: its requirement. */
const requirement = new Set(["before", "subject", "each", "period", "aggregate", "share"]);

function endsBand(reader: Reader): boolean {
  const noun = tokenAt(reader, 1);
  const named = noun !== undefined && nouns.has(noun.text);
  const next = named ? 2 : 1;
  const meaning = tokenAt(reader, next)?.meaning;
  if (meaning?.is === "point" && (meaning.sign === "comma" || meaning.sign === "colon")) {
    const beyond = tokenAt(reader, next + 1)?.meaning.is;
    return beyond !== "and" && beyond !== "or";
  }
  if (meaning?.is === "mark")
    return ["refuse", "exempt", "relax", "relax_soft"].includes(meaning.mark);
  const must =
    meaning?.is === "filler" &&
    /^(?:应|须|需|应当|需要|必须)$/.test(tokenAt(reader, next)?.text ?? "");
  if (must && tokenAt(reader, next + 1)?.meaning.is === "before") return true;
  if (meaning?.is === "before" || (named && requirement.has(meaning?.is ?? ""))) return true;
  return (
    named &&
    meaning?.is === "filler" &&
    ["quantity", "before"].includes(tokenAt(reader, next + 1)?.meaning.is ?? "")
  );
}
