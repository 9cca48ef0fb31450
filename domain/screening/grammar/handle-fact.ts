/** Yes/no conditions: facts by name, exclusion events by kind and gravity, science awards with the winner's place. */
import type { Leaf } from "../condition.ts";
import { type Draft, hole, type Span } from "./draft.ts";
import type { Fact } from "./lexicon.ts";
import type { Limit } from "./limit.ts";
import { markPerhaps } from "./mark-perhaps.ts";
import { announce } from "./memory.ts";
import { announces, emptyPhrase } from "./phrase.ts";
import { addPart, phraseSpan, type Reader, say, tokenAt } from "./reader.ts";
import type { Period, Token } from "./word.ts";

/** Adds a fact named by its words. */
export function handleFact(reader: Reader, token: Token): void {
  const fact =
    token.meaning.is === "fact" ? reader.lexicon.facts.get(token.meaning.fact) : undefined;
  if (fact?.count !== undefined && countsNext(reader, fact.count)) {
    say(reader, { subjects: [fact.count] });
    reader.at += 1;
    return;
  }
  if (fact !== undefined && !isSaid(reader, fact.m)) {
    const span = phraseSpan(reader, reader.at);
    const leaf: Leaf = fact.manual ? { m: fact.m, manual: true } : { m: factId(fact, reader) };
    addPart(reader, { kind: "leaf", leaf, spans: [span] }, span, {
      standing: fact.standing,
      assumed: fact.assumed,
    });
  }
  // "the ratio is among the best of the trade, and not below 3%": what was measured stays known.
  if (announces(reader.phrase)) announce(reader.memory, reader.phrase);
  reader.phrase = { ...emptyPhrase, period: reader.phrase.period };
  reader.at += 1;
  markPerhaps(reader);
}

/** "led ... standards, 1 or more": the words name what is counted, not a yes or no. */
function countsNext(reader: Reader, of: string): boolean {
  const unit = reader.lexicon.families.get(of)?.unit;
  const dimension = unit === "万元" ? "money" : "item";
  for (let offset = 1; offset < 4; offset += 1) {
    const meaning = tokenAt(reader, offset)?.meaning;
    if (meaning?.is === "quantity") return meaning.dimension === dimension;
    if (meaning?.is !== "filler" && meaning?.is !== "before" && meaning?.is !== "aggregate")
      return false;
  }
  return false;
}

/** "on a stock market (... excepted) listed" names one fact twice. */
function isSaid(reader: Reader, m: string): boolean {
  const last = reader.elements.at(-1);
  if (last?.kind !== "part") return false;
  const draft = last.draft.kind === "not" ? last.draft.part : last.draft;
  return draft.kind === "leaf" && draft.leaf.m === m;
}

function factId(fact: Fact, reader: Reader): string {
  const span = spanKey(reader.phrase.period ?? reader.memory.period) ?? fact.usual;
  return (
    (span === undefined ? undefined : fact.spans[span]) ?? fact.spans[fact.usual ?? ""] ?? fact.m
  );
}

/** How the tables name a look-back. */
function spanKey(period: Period | undefined): string | undefined {
  if (period === undefined) return undefined;
  if (period.kind === "last_and_current") return "current";
  if (period.kind === "before") return "before";
  return period.kind === "span" || period.kind === "calendar" ? String(period.years) : undefined;
}

/** Kinds one event is named by. */
const mostHazards = 12;

/** Gathers kinds and gravity until the word that says what happened. */
export function handleEvent(reader: Reader, token: Token): void {
  const { meaning } = token;
  if (meaning.is === "hazard") {
    say(reader, {});
    reader.hazards = [...reader.hazards.slice(-mostHazards), meaning.kind];
  } else if (meaning.is === "gravity") {
    say(reader, {});
    reader.gravity = meaning.gravity;
  } else if (meaning.is === "happening") addEvent(reader, meaning.happening, token);
  reader.at += 1;
}

function addEvent(reader: Reader, happening: string, token: Token): void {
  if (reader.hazards.length === 0) {
    reader.segment.unknown.push(token);
    return;
  }
  const span = phraseSpan(reader, reader.at);
  const row = eventRow(reader, happening);
  if (row === undefined) reader.findings.unread.push({ span, reason: "event not known" });
  else addPart(reader, { kind: "leaf", leaf: { m: row }, spans: [span] }, span);
  reader.segment.yielded = true;
  reader.hazards = [];
  reader.phrase = { ...emptyPhrase, period: reader.phrase.period };
}

/** The first row of the table that the kinds, gravity and look-back fit. */
function eventRow(reader: Reader, happening: string): string | undefined {
  const kinds = new Set(reader.hazards);
  const span = spanKey(reader.phrase.period ?? reader.memory.period) ?? "3";
  const row = reader.lexicon.events.find(
    (one) =>
      one.span === span &&
      one.gravity.includes(reader.gravity ?? "any") &&
      (one.event === undefined || one.event === happening) &&
      [...kinds].every((kind) => one.kinds.includes(kind)) &&
      (!one.exact || one.kinds.length === kinds.size),
  );
  return row?.m;
}

/** Keeps an award in mind: "ranked among the first three winners" may follow. */
export function handleAward(reader: Reader, token: Token): void {
  const level = token.meaning.is === "award" ? token.meaning.level : "";
  settleAward(reader);
  say(reader, {});
  const span = phraseSpan(reader, reader.at);
  // No metric knows the class of an award.
  if (level === "graded") {
    reader.findings.unread.push({ span, reason: "qualifier not known" });
    addPart(reader, hole, span);
    reader.phrase = emptyPhrase;
    reader.at += 1;
    return;
  }
  const years = (reader.phrase.period ?? reader.memory.period)?.years ?? 3;
  addPart(reader, { kind: "leaf", leaf: wonLeaf(level, years), spans: [span] }, span);
  reader.award = { level, element: reader.elements.length - 1 };
  reader.phrase = { ...emptyPhrase, period: reader.phrase.period };
  reader.at += 1;
}

const rankId = (level: string, years: number): string => `award_${level}_rank_${years}y`;

/** Won at all: a place of 1 or later; the packs write "national or provincial" as one yes/no. */
function wonLeaf(level: string, years: number): Leaf {
  return level === "nat_or_prov"
    ? { m: "award_nat_or_prov_3y", op: "==", v: true }
    : { m: rankId(level, years), op: ">=", v: 1 };
}

/** Forgets the award in mind. */
export function settleAward(reader: Reader): void {
  reader.award = undefined;
}

/** Gives the award in mind its place. False when none is in mind, so the place means something else. */
export function awardRank(reader: Reader, limit: Limit & { kind: "place" }, span: Span): boolean {
  const { award, elements } = reader;
  const part = award === undefined ? undefined : elements[award.element];
  if (award === undefined || part?.kind !== "part" || reader.phrase.scopes.length > 0) return false;
  const years = reader.memory.period?.years ?? 3;
  const level = award.level === "nat_or_prov" ? "prov_or_above" : award.level;
  const m = rankId(level, years);
  const spans = [...(part.draft.kind === "leaf" ? part.draft.spans : []), span];
  const leaf = (op: ">=" | "<=" | "==", v: number): Draft => ({
    kind: "leaf",
    leaf: { m, op, v },
    spans,
  });
  const draft: Draft = limit.exact
    ? leaf("==", 1)
    : { kind: "all", parts: [leaf(">=", 1), leaf("<=", limit.upTo)] };
  elements[award.element] = { ...part, draft };
  elements.length = award.element + 1;
  reader.award = undefined;
  return true;
}
