/** Runs the reader over its tokens: each meaning has one handler, which moves the reader on. */
import { handleBracket } from "./handle-bracket.ts";
import { handleBenefit, takeLeadingGrant } from "./handle-benefit.ts";
import { handleAward, handleEvent, handleFact } from "./handle-fact.ts";
import { handleJoint } from "./handle-joint.ts";
import { handleLimit } from "./handle-limit.ts";
import { handleArea, handleBody, handleIndustry, handleTitle } from "./handle-list.ts";
import { handleFiller, handleMark } from "./handle-mark.ts";
import { handleMeasureWord } from "./handle-measure-word.ts";
import { endSegment, handlePoint } from "./handle-point.ts";
import { emptyPhrase } from "./phrase.ts";
import { noneOf } from "./draft.ts";
import { newSegment, type Reader, tokenAt } from "./reader.ts";
import type { Meaning, Token } from "./word.ts";

type Handler = (reader: Reader, token: Token) => void;

const handlers: Partial<Readonly<Record<Meaning["is"], Handler>>> = {
  point: handlePoint,
  open: handleBracket,
  and: handleJoint,
  or: handleJoint,
  subject: handleMeasureWord,
  share: handleMeasureWord,
  per: handleMeasureWord,
  growth: handleMeasureWord,
  aggregate: handleMeasureWord,
  each: handleMeasureWord,
  "some-year": handleMeasureWord,
  "either-year": handleMeasureWord,
  "both-years": handleMeasureWord,
  "both-years-back": handleMeasureWord,
  respectively: handleMeasureWord,
  scope: handleMeasureWord,
  rank: handleMeasureWord,
  period: handleMeasureWord,
  basis: handleMeasureWord,
  quantity: handleLimit,
  place: handleLimit,
  first: handleLimit,
  sign: handleLimit,
  before: handleLimit,
  relative: handleLimit,
  fact: handleFact,
  hazard: handleEvent,
  gravity: handleEvent,
  happening: handleEvent,
  award: handleAward,
  title: handleTitle,
  industry: handleIndustry,
  area: handleArea,
  body: handleBody,
  mark: handleMark,
  label: handleMark,
  "some-of": handleMark,
  item: handleMark,
  filler: handleFiller,
  benefit: handleBenefit,
  "benefit-cap": handleBenefit,
  not: (reader) => {
    reader.negated = true;
    reader.negatedAt = reader.at;
    reader.at += 1;
  },
  company: handleCompany,
  exclusive: handleExclusive,
  exception: handleException,
  other: handleUnknown,
  unread: handleUnread,
};

/** Elements of the longest notices; what comes after them is said to be unread. */
const mostElements = 1_500;
/** Words between two points of punctuation; longer stretches are cut so that no look-back grows with the text. */
const longestSegment = 200;

/** Reads to the end of the reader's stretch. */
export function readElements(reader: Reader): void {
  for (;;) {
    const token = tokenAt(reader);
    if (token === undefined) break;
    if (reader.elements.length > mostElements) return giveUp(reader, token);
    if (reader.at - reader.segment.start > longestSegment) {
      endSegment(reader);
      reader.segment = newSegment(reader.at, reader.elements.length);
    }
    const before = reader.at;
    if (before === reader.segment.start && takeLeadingGrant(reader)) continue;
    (handlers[token.meaning.is] ?? skip)(reader, token);
    if (reader.at <= before) reader.at = before + 1;
  }
  endSegment(reader);
}

function giveUp(reader: Reader, token: Token): void {
  const end = reader.tokens[reader.end - 1]?.end ?? token.end;
  reader.findings.unread.push({ span: { start: token.start, end }, reason: "too many conditions" });
  reader.at = reader.end;
}

function skip(reader: Reader): void {
  reader.at += 1;
}

function handleUnknown(reader: Reader, token: Token): void {
  if (/[\p{L}\p{N}]/u.test(token.text)) reader.segment.unknown.push(token);
  reader.at += 1;
}

/** A stretch that names an enterprise is left out whole: a screening is a rule, never a verdict on one. */
function handleCompany(reader: Reader): void {
  const { segment, elements, findings } = reader;
  while (tokenAt(reader, 1) !== undefined && tokenAt(reader, 1)?.meaning.is !== "point")
    reader.at += 1;
  elements.length = Math.min(elements.length, segment.elements);
  const start = reader.tokens[segment.start]?.start ?? 0;
  findings.unread.push({
    span: { start, end: tokenAt(reader)?.end ?? start },
    reason: "names an enterprise",
  });
  segment.yielded = true;
  reader.phrase = emptyPhrase;
  reader.at += 1;
}

/** "except real estate, ...": what follows must not be. */
function handleExclusive(reader: Reader): void {
  reader.negated = tokenAt(reader, 1)?.meaning.is !== "quantity";
  reader.at += 1;
}

/** "... excepted": what was just said must not be. */
function handleException(reader: Reader): void {
  const last = reader.elements.at(-1);
  const draft = last?.kind === "part" ? last.draft : undefined;
  const counted = draft?.kind === "leaf" && typeof draft.leaf.v === "number";
  const turned = reader.tokens[reader.segment.start]?.text.startsWith("但") === true;
  // "at least 20 million, those with new equity of 30 million excepted": they need not meet it.
  if (counted || turned)
    reader.elements.push({ kind: "mark", mark: "exempt", text: "", negated: false });
  else if (reader.depth > 0)
    reader.elements.push({ kind: "mark", mark: "exempt", text: "except", negated: false });
  else if (last?.kind === "part" && reader.elements.length > reader.segment.elements)
    reader.elements[reader.elements.length - 1] = { ...last, draft: noneOf(last.draft) };
  reader.at += 1;
}

/** A number no rule reads (a fraction, an overlong figure) is said, never guessed. */
function handleUnread(reader: Reader, token: Token): void {
  reader.findings.unread.push({ span: token, reason: "number without a measure" });
  reader.at += 1;
}
