/** Runs the reader over its tokens: each meaning has one handler, which moves the reader on. */
import { handleBracket } from "./handle-bracket.ts";
import { handleBenefit, takeLeadingGrant } from "./handle-benefit.ts";
import { handleAward, handleEvent, handleFact } from "./handle-fact.ts";
import { handleJoint } from "./handle-joint.ts";
import { handleLimit } from "./handle-limit.ts";
import { handleArea, handleIndustry, handleTitle } from "./handle-list.ts";
import { handleFiller, handleMark } from "./handle-mark.ts";
import { handleMeasureWord } from "./handle-measure-word.ts";
import { endSegment, handlePoint } from "./handle-point.ts";
import { type Reader, tokenAt } from "./reader.ts";
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
  mark: handleMark,
  label: handleMark,
  "some-of": handleMark,
  item: handleMark,
  filler: handleFiller,
  benefit: handleBenefit,
  "benefit-cap": handleBenefit,
  not: (reader) => {
    reader.negated = true;
    reader.at += 1;
  },
  other: handleUnknown,
  unread: handleUnread,
};

/** Reads to the end of the reader's stretch. */
export function readElements(reader: Reader): void {
  for (;;) {
    const token = tokenAt(reader);
    if (token === undefined) break;
    const before = reader.at;
    if (before === reader.segment.start && takeLeadingGrant(reader)) continue;
    (handlers[token.meaning.is] ?? skip)(reader, token);
    if (reader.at <= before) reader.at = before + 1;
  }
  endSegment(reader);
}

function skip(reader: Reader): void {
  reader.at += 1;
}

function handleUnknown(reader: Reader, token: Token): void {
  if (/[\p{L}\p{N}]/u.test(token.text)) reader.segment.unknown.push(token);
  reader.at += 1;
}

/** A number no rule reads (a fraction, an overlong figure) is said, never guessed. */
function handleUnread(reader: Reader, token: Token): void {
  reader.findings.unread.push({ span: token, reason: "number without a measure" });
  reader.at += 1;
}
