/** Punctuation: it ends segments and sentences, and with them what may be left unsaid. */
import type { Strength } from "./element.ts";
import { settleAward } from "./handle-fact.ts";
import { announce } from "./memory.ts";
import { nouns } from "./nouns.ts";
import { boundGrowth } from "./handle-limit.ts";
import { addArea } from "./handle-measure-word.ts";
import { announces, emptyPhrase, growsEachYear, namesMeasure } from "./phrase.ts";
import { hole } from "./draft.ts";
import { addJoin, addPart, newSegment, type Reader, tokenAt } from "./reader.ts";
import type { Token } from "./word.ts";

const strengths: Readonly<Record<string, Strength>> = {
  comma: 2,
  dun: 1,
  semi: 3,
  stop: 4,
  colon: 2,
};

/** Ends the segment; an enumeration comma inside a phrase only coordinates. */
export function handlePoint(reader: Reader, token: Token): void {
  const sign = token.meaning.is === "point" ? token.meaning.sign : "comma";
  if (sign === "gap") return handleGap(reader);
  if (
    sign === "dun" &&
    (reader.phrase.subjects.length > 0 || reader.hazards.length > 0 || reader.area !== undefined)
  ) {
    reader.at += 1;
    return;
  }
  if (sign === "dun" && reader.negated) {
    addJoin(reader, 1, undefined);
    reader.at += 1;
    return;
  }
  if (sign === "colon") introduce(reader);
  if (sign === "comma" && isConsequence(reader))
    reader.elements.push({ kind: "mark", mark: "then", text: "", negated: false });
  const carriesOn = sign === "comma" && continues(reader);
  endSegment(reader, carriesOn);
  if (sign === "stop" || sign === "semi") endClause(reader, sign);
  const turns = sign === "comma" && turnsToSome(reader);
  const strength = turns ? 3 : (strengths[sign] ?? 2);
  if (reader.elements.length > 0 && !isHead(reader)) addJoin(reader, strength, undefined);
  reader.at += 1;
}

/** A colon after a measure makes it the topic of what follows. */
function introduce(reader: Reader): void {
  const { phrase, memory } = reader;
  if (phrase.subjects.length === 0 || announces(phrase)) return;
  memory.topic = phrase;
  reader.phrase = emptyPhrase;
}

function isHead(reader: Reader): boolean {
  const last = reader.elements.at(-1);
  return last?.kind === "mark" && (last.mark.startsWith("head_") || last.mark === "item");
}

/** "if ..., then ...": what stands before the comma says of whom. */
function isConsequence(reader: Reader): boolean {
  const { tokens, segment, elements } = reader;
  const supposed = /^(?:若|如|如果|倘若)$/.test(tokens[segment.start]?.text ?? "");
  const said = elements.length > segment.elements && elements.at(-1)?.kind === "part";
  return supposed && said && tokenAt(reader, 1)?.text === "则";
}

/** Tokens of a turn looked at. */
const farthest = 24;

/** ", but enterprises with ... shall ...": what is asked of some instead stands apart from what it changes. */
function turnsToSome(reader: Reader): boolean {
  if (tokenAt(reader, 1)?.text.startsWith("但") !== true) return false;
  for (let offset = 2; offset < farthest; offset += 1) {
    const token = tokenAt(reader, offset);
    if (token === undefined || token.meaning.is === "point") return false;
    const noun = token.text === "的" ? tokenAt(reader, offset + 1) : undefined;
    const asked = tokenAt(reader, offset + 2)?.meaning.is ?? "point";
    if (noun !== undefined && nouns.has(noun.text)) return asked !== "point";
  }
  return false;
}

/** Words left out by the quoting hand part two conditions, or nothing. */
function handleGap(reader: Reader): void {
  const { elements, phrase } = reader;
  if (elements.at(-1)?.kind === "part" && !namesMeasure(phrase)) {
    endSegment(reader);
    addJoin(reader, 3, undefined);
  }
  reader.at += 1;
}

/** "... , or ...": what was said before the comma still governs. */
function continues(reader: Reader): boolean {
  const next = tokenAt(reader, 1)?.meaning.is;
  return next === "or" || next === "and";
}

/** Closes the segment: unfinished phrases are announced or reported, unknown words reported. */
export function endSegment(reader: Reader, carriesOn = false): void {
  const { phrase, segment, findings } = reader;
  if (reader.area !== undefined) closeArea(reader);
  if (growsEachYear(phrase)) boundGrowth(reader);
  reader.memory.mentioned = phrase.subjects.length === 0 ? undefined : phrase;
  if (announces(phrase)) {
    announce(reader.memory, phrase);
    if (comparesNothing(reader)) noteSubject(reader);
  } else if (phrase.subjects.length > 0 && !segment.yielded) noteSubject(reader);
  if (deniesMeasure(reader)) addPart(reader, hole, segmentSpan(reader));
  const told = segment.yielded || reader.granting;
  if (!told && hasWords(reader))
    findings.unread.push({ span: segmentSpan(reader), reason: "words not known" });
  reader.phrase = emptyPhrase;
  reader.hazards = [];
  if (!carriesOn) {
    reader.negated = false;
    reader.gravity = undefined;
  }
  reader.segment = newSegment(reader.at + 1, reader.elements.length);
}

/** "its growth not below that of revenue": a comparison without a number is said to be unread. */
function comparesNothing({ tokens, segment, at }: Reader): boolean {
  const said = tokens.slice(segment.start, at);
  return !segment.yielded && said.some(({ meaning }) => meaning.is === "before");
}

/** "and without patents": a measure denied without a number is no condition, but keeps its side of the joint. */
function deniesMeasure({ phrase, elements, lexicon, tokens, segment, negatedAt }: Reader): boolean {
  const denied = negatedAt >= segment.start && tokens[negatedAt]?.meaning.is === "not";
  const counts = phrase.subjects.some((subject) =>
    ["项", "件"].includes(lexicon.families.get(subject)?.unit ?? ""),
  );
  return denied && counts && elements.at(-1)?.kind !== "part";
}

function hasWords({ segment }: Reader): boolean {
  return segment.unknown.reduce((sum, span) => sum + span.end - span.start, 0) >= 2;
}

function segmentSpan(reader: Reader) {
  const first = reader.tokens[reader.segment.start];
  const last = reader.tokens[Math.min(reader.at, reader.end) - 1];
  return { start: first?.start ?? 0, end: last?.end ?? first?.end ?? 0 };
}

/** Being founded, registered, in business is said in passing more often than measured. */
const ages = new Set(["operating", "established", "registered", "niche_years"]);

/** A measure named without a bound is no condition; when the words around it are known too, that is worth saying. */
function noteSubject(reader: Reader): void {
  const quiet = reader.phrase.subjects.every((subject) => ages.has(subject));
  if (quiet || hasWords(reader)) return;
  reader.findings.unread.push({ span: segmentSpan(reader), reason: "measure without a number" });
  reader.segment.yielded = true;
}

/** A named place counts when something says the applicant is there. */
function closeArea(reader: Reader): void {
  const text = reader.tokens.slice(reader.segment.start, reader.at).map((token) => token.text);
  if (text.some((word) => word === "注册" || word === "登记" || word === "在")) addArea(reader);
  else reader.area = undefined;
}

function endClause(reader: Reader, sign: "stop" | "semi"): void {
  settleAward(reader);
  reader.negated = false;
  reader.granting = false;
  if (sign === "semi") return;
  reader.memory.topic = undefined;
  if (tokenAt(reader, 1)?.meaning.is !== "item") reader.memory.period = undefined;
}
