/** Sentences that grant something: their amounts are kept apart as the benefit, never read as conditions. */
import type { Benefit } from "../condition.ts";
import { emptyPhrase } from "./phrase.ts";
import { type Reader, tokenAt } from "./reader.ts";
import type { Token } from "./word.ts";

/** Reads what is granted up to the end of the grant; a granting word in passing ("prize") changes nothing. */
export function handleBenefit(reader: Reader, token: Token): void {
  if (grantAhead(reader)) takeGrant(reader);
  else {
    reader.segment.unknown.push(token);
    reader.at += 1;
  }
}

/** Reads the grant at the start of a segment, when one stands there; false when the segment asks for something. */
export function takeLeadingGrant(reader: Reader): boolean {
  const opens = /^(?:按|按照|给予|对|每)$/.test(tokenAt(reader)?.text ?? "");
  if (!opens || !grantAhead(reader) || asksBefore(reader)) return false;
  takeGrant(reader);
  return true;
}

/** "to enterprises growing by 20% a grant of ...": what is asked of them stands before the grant. */
function asksBefore(reader: Reader): boolean {
  if (tokenAt(reader)?.text !== "对") return false;
  const segment = segmentFrom(reader, reader.at);
  const grant = segment.findIndex(
    ({ meaning, text }) => meaning.is === "benefit" || text === "按" || text === "按照",
  );
  const before = segment.slice(0, grant);
  const subject = before.findIndex(({ meaning }) => meaning.is === "subject");
  return subject >= 0 && before.slice(subject).some(({ meaning }) => meaning.is === "quantity");
}

function takeGrant(reader: Reader): void {
  reader.granting = true;
  reader.segment.yielded = true;
  reader.phrase = emptyPhrase;
  const end = grantEnd(reader);
  const { findings } = reader;
  findings.benefit = readBenefit(reader.tokens.slice(reader.at, end), findings.benefit);
  reader.at = end;
}

/** Segments are read so far ahead and no further. */
const farthest = 80;

/** A granting word and an amount before the segment ends. */
function grantAhead(reader: Reader): boolean {
  const segment = segmentFrom(reader, reader.at);
  const granting = segment.some(({ meaning }) => meaning.is === "benefit");
  return granting && segment.some(({ meaning }) => meaning.is === "quantity" && isAmount(meaning));
}

const isAmount = ({ dimension }: { readonly dimension: string | undefined }): boolean =>
  dimension === "money" || dimension === "percent";

function segmentFrom(reader: Reader, from: number): readonly Token[] {
  const out: Token[] = [];
  for (let at = from; at < Math.min(reader.end, from + farthest); at += 1) {
    const token = reader.tokens[at];
    if (token === undefined || isBreak(token)) break;
    out.push(token);
  }
  return out;
}

function isBreak({ meaning }: Token): boolean {
  return meaning.is === "point" && ["comma", "semi", "stop", "colon"].includes(meaning.sign);
}

/** The grant goes on over commas until a segment asks for something again. */
function grantEnd(reader: Reader): number {
  let at = reader.at + segmentFrom(reader, reader.at).length;
  for (;;) {
    const point = reader.tokens[at]?.meaning;
    if (at >= reader.end || point?.is !== "point" || point.sign !== "comma") return at;
    const next = segmentFrom(reader, at + 1);
    if (next.length === 0 || asks(next)) return at;
    at += 1 + next.length;
  }
}

/** A measure named before its bound is a condition; "and not more than 20% of the investment" still is the grant. */
function asks(segment: readonly Token[]): boolean {
  const granting = segment.some(
    ({ meaning }) => meaning.is === "benefit" || meaning.is === "benefit-cap",
  );
  const subject = segment.findIndex(({ meaning }) => meaning.is === "subject");
  const bound = segment.findIndex(
    ({ meaning }) => meaning.is === "before" || meaning.is === "quantity",
  );
  return !granting && subject >= 0 && (bound < 0 || subject < bound);
}

const limits = new Set(["最高", "不超过", "最高不超过", "上限", "封顶", "不高于", "至多", "最多"]);

/** A share of something with a noun before the number caps the benefit; the first plain percentage is the rate. */
function readBenefit(tokens: readonly Token[], found: Benefit): Benefit {
  let benefit = found;
  let capped = false;
  let shareOf = false;
  let reckoned = false;
  for (const token of tokens) {
    const { meaning } = token;
    if (limits.has(token.text)) capped = true;
    // "by at most 10% of the investment": the share is how the grant is reckoned, not a second limit to it.
    if (token.text === "按" || token.text === "按照") reckoned = true;
    if (meaning.is === "subject") shareOf = !reckoned;
    if (meaning.is === "point" && meaning.sign !== "gap") shareOf = capped = reckoned = false;
    if (meaning.is !== "quantity") continue;
    const value = Number(meaning.value);
    if (meaning.dimension === "percent") benefit = withRate(benefit, value, { capped, shareOf });
    if (meaning.dimension === "money")
      benefit = capped ? { cap: value, ...benefit } : { amount: value, ...benefit };
  }
  return benefit;
}

function withRate(
  benefit: Benefit,
  value: number,
  how: { capped: boolean; shareOf: boolean },
): Benefit {
  if (how.capped && how.shareOf) return { cap_ratio: value, ...benefit };
  return how.capped ? { rate_max: value, ...benefit } : { rate: value, ...benefit };
}
