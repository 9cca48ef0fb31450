/** Fills in what a phrase leaves unsaid from what was said before it. */
import type { Memory } from "./memory.ts";
import { emptyPhrase, isGrowth, isRatio, namesMeasure, type Phrase } from "./phrase.ts";
import type { Period } from "./word.ts";

export interface Circumstance {
  /** Dimension of the number the phrase is bound by. */
  readonly dimension: string;
  /** The bound is only a sign, as in "positive growth". */
  readonly sign: boolean;
  /** The phrase stands where enterprises are sorted into bands. */
  readonly band: boolean;
  /** The measure has a usual denominator, as research spending has revenue. */
  readonly hasShare: (subject: string) => boolean;
  /** The measure has growths. */
  readonly grows: (subject: string) => boolean;
  /** "and" ties it to the condition before. */
  readonly tied: boolean;
  /** The measure has a total since the beginning, which a sum without years means. */
  readonly hasTotal: (subject: string) => boolean;
  /** The measure is a percentage by itself, as the debt ratio is. */
  readonly inPercent: (subject: string) => boolean;
}

/** The whole phrase; undefined when nothing said before can complete it. */
export function completePhrase(
  phrase: Phrase,
  memory: Memory,
  circumstance: Circumstance,
): Phrase | undefined {
  const subject = withSubject(phrase, memory, circumstance);
  if (subject === undefined) return undefined;
  const period = subject.period ?? inheritedPeriod(subject, memory, circumstance);
  return { ...subject, period, periodSaid: phrase.period !== undefined };
}

function withSubject(
  phrase: Phrase,
  memory: Memory,
  circumstance: Circumstance,
): Phrase | undefined {
  if (circumstance.dimension === "fiscal_year") return fiscal(phrase);
  if (phrase.subjects.length > 0) return sameScore(phrase, memory);
  // "growing three years running" is of what was just said; "positive growth" by itself is the packs' own measure.
  const yearly = phrase.each && (phrase.period?.years ?? 1) > 1;
  if (isGrowth(phrase))
    return circumstance.sign && !yearly ? phrase : growthOf(phrase, memory, circumstance);
  if (isRatio(phrase)) return ratioOf(phrase, memory, circumstance);
  if (namesMeasure(phrase)) return phrase;
  const banded = circumstance.band ? memory.banded : undefined;
  const { byDimension } = memory;
  return same(
    phrase,
    banded ??
      topicFor(memory, circumstance) ??
      byDimension.get(circumstance.dimension) ??
      onlyAnnounced(memory, circumstance) ??
      numerator(memory, circumstance) ??
      grown(memory, circumstance) ??
      rankedShare(memory, circumstance) ??
      mentioned(memory, circumstance),
  );
}

/** "the score" after a named score is that score. */
function sameScore(phrase: Phrase, { byDimension }: Memory): Phrase {
  const named = byDimension.get("score")?.subjects;
  const bare = phrase.subjects.length === 1 && phrase.subjects[0] === "score";
  return bare && named !== undefined ? { ...phrase, subjects: named } : phrase;
}

/** The introduced measure, unless the unit belongs to a ratio or years said before. */
function topicFor(
  { topic, byDimension }: Memory,
  { dimension, inPercent }: Circumstance,
): Phrase | undefined {
  if (dimension === "year" || dimension === "score") return undefined;
  // "revenue, in three bands: ... not below 20%; ... 15%": the percentage goes on from the one before.
  const amount =
    topic !== undefined &&
    !isRatio(topic) &&
    !isGrowth(topic) &&
    !(topic.subjects.length > 0 && topic.subjects.every(inPercent));
  return dimension === "percent" && amount && byDimension.has("percent") ? undefined : topic;
}

/** Whole fiscal years are always years of operation. */
function fiscal(phrase: Phrase): Phrase {
  const age = ["operating", "established", "registered"];
  return phrase.subjects.every((subject) => age.includes(subject))
    ? { ...phrase, subjects: ["fiscal"] }
    : phrase;
}

/** "at least 10% of the staff (or 10 people)": the people are the ratio's numerator. */
function numerator(memory: Memory, { dimension }: Circumstance): Phrase | undefined {
  const { last } = memory;
  const counted = dimension === "person" || dimension === "money";
  if (last === undefined || !counted || !isRatio(last)) return undefined;
  return { ...last, share: false, per: false, denominators: [] };
}

/** "growing by 15%, and not below 30 million": the amount is of what grows. */
function grown({ last }: Memory, { dimension }: Circumstance): Phrase | undefined {
  if (last === undefined || dimension !== "money" || !isGrowth(last)) return undefined;
  const period = last.period?.years === 1 ? last.period : undefined;
  return { ...last, growth: false, aggregate: undefined, each: false, period };
}

/** "among the first five, and not below 10%": the share of the market whose place was named. */
function rankedShare({ last }: Memory, { dimension }: Circumstance): Phrase | undefined {
  const placed = last?.subjects.every((subject) => subject.startsWith("market_rank")) === true;
  if (last === undefined || !placed || dimension !== "percent") return undefined;
  return {
    ...last,
    subjects: last.subjects.map((one) => one.replace("market_rank", "market_share")),
  };
}

/** "owns class I rights, and not fewer than 2": what the segment before named without a number. */
function mentioned({ mentioned: named }: Memory, { dimension }: Circumstance): Phrase | undefined {
  return dimension === "percent" ? undefined : named;
}

function onlyAnnounced(memory: Memory, { dimension }: Circumstance): Phrase | undefined {
  return dimension === "percent" ? memory.announced : undefined;
}

/** The earlier phrase, with the years this one says anew. */
function same(phrase: Phrase, earlier: Phrase | undefined): Phrase | undefined {
  // Whose years were said elsewhere ("customers of 3 years") is not taken for granted of another number.
  if (earlier === undefined || earlier.filter !== undefined) return undefined;
  // "3% on average, and 4% in the last year": one year has no average.
  const oneYear = phrase.period?.years === 1;
  return {
    ...earlier,
    each: phrase.each || (earlier.each && !oneYear),
    someYear: phrase.someYear || (earlier.someYear && !oneYear),
    aggregate: phrase.aggregate ?? (oneYear && !isGrowth(earlier) ? undefined : earlier.aggregate),
    period: phrase.period ?? earlier.period,
    start: phrase.start,
    qualifier: phrase.qualifier,
  };
}

/** "growth of 20%": of the last amount; of the announced one when that was a growth. */
function growthOf(
  phrase: Phrase,
  memory: Memory,
  { tied, grows }: Circumstance,
): Phrase | undefined {
  const announced =
    memory.announced !== undefined && isGrowth(memory.announced) ? memory.announced : undefined;
  const { last } = memory;
  const beside = tied && last !== undefined && !isRatio(last) && last.subjects.every(grows);
  // In bands, the growth asked of the first is asked of the others.
  const earlier = memory.banded === undefined ? undefined : memory.byDimension.get("percent");
  const same =
    earlier !== undefined && isGrowth(earlier) && earlier.aggregate === phrase.aggregate
      ? earlier
      : undefined;
  const source = announced ?? same ?? memory.topic ?? (beside ? last : (memory.amount ?? last));
  if (source === undefined) return phrase;
  const { subjects, coordination } = source;
  return { ...phrase, subjects, coordination, period: phrase.period ?? announced?.period };
}

/** "its share of revenue": the numerator is the last amount; "the ratio": the one announced or said before. */
function ratioOf(phrase: Phrase, memory: Memory, { hasShare }: Circumstance): Phrase | undefined {
  if (phrase.denominators.length > 0) {
    const source = memory.topic ?? memory.last;
    return source && ofNumerator(phrase, source);
  }
  const { announced, last } = memory;
  const amount = last !== undefined && !isRatio(last) && !isGrowth(last) ? last : undefined;
  if (announced === undefined && amount?.subjects.every(hasShare) === true)
    return ofNumerator(phrase, amount);
  const earlier =
    announced !== undefined && isRatio(announced) ? announced : memory.byDimension.get("percent");
  if (earlier === undefined || !isRatio(earlier)) return phrase;
  return same(phrase, earlier) ?? emptyPhrase;
}

/** The numerator comes with its years: "each year not below 1 million, and 3% of revenue" is 3% each year. */
function ofNumerator(phrase: Phrase, source: Phrase): Phrase {
  const { subjects, coordination } = source;
  if (phrase.period !== undefined) return { ...phrase, subjects, coordination };
  const each = phrase.each || source.each;
  const aggregate = phrase.aggregate ?? (each ? undefined : source.aggregate);
  return { ...phrase, subjects, coordination, each, aggregate, period: source.period };
}

/** Years are carried on by "and", and by words that mean nothing without them. */
function inheritedPeriod(
  phrase: Phrase,
  memory: Memory,
  { tied, hasTotal }: Circumstance,
): Period | undefined {
  if (phrase.aggregate === "sum" && phrase.subjects.every(hasTotal)) return undefined;
  const { period } = memory;
  const needsYears = phrase.each || isGrowth(phrase) || phrase.aggregate !== undefined;
  if (period === undefined) return phrase.aggregate === undefined ? undefined : memory.yearsAhead;
  const carried = period.kind === "span" || period.kind === "calendar";
  // "new equity of two years, and research spending 3% of revenue": a ratio named in full is last year's.
  return needsYears || (tied && carried && !isRatio(phrase)) ? period : undefined;
}
