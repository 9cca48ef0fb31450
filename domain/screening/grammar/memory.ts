/** What earlier phrases said, from which later ones leave words out: "not below 6% each", "of revenue", "the ratio". */
import { isGrowth, isRatio, type Phrase } from "./phrase.ts";
import type { Period } from "./word.ts";

export interface Memory {
  /** The last phrase that got a bound. */
  last: Phrase | undefined;
  /** The last phrase with a bound of each dimension. */
  readonly byDimension: Map<string, Phrase>;
  /** A ratio or growth named without a bound: "the ratio shall be as follows". */
  announced: Phrase | undefined;
  /** The measure a colon introduced: "research spending: not below 2 million last year". */
  topic: Phrase | undefined;
  /** The measure that sorts enterprises into bands. */
  banded: Phrase | undefined;
  /** What the segment before named without a bound. */
  mentioned: Phrase | undefined;
  /** The last amount that can grow. */
  amount: Phrase | undefined;
  /** The first stretch of several years the text names anywhere: some averages say theirs only later. */
  readonly yearsAhead: Period | undefined;
  /** The period last named in the sentence. */
  period: Period | undefined;
}

export function newMemory(yearsAhead: Period | undefined): Memory {
  return {
    last: undefined,
    byDimension: new Map(),
    announced: undefined,
    topic: undefined,
    banded: undefined,
    amount: undefined,
    mentioned: undefined,
    period: undefined,
    yearsAhead,
  };
}

/** Keeps a phrase that got its bound. */
export function remember(memory: Memory, phrase: Phrase, dimension: string): void {
  memory.last = phrase;
  memory.byDimension.set(dimension, phrase);
  if (dimension === "money" && !isRatio(phrase) && !isGrowth(phrase)) memory.amount = phrase;
}

/** Keeps a ratio or growth named without a bound: from here on "the ratio" is this one. */
export function announce(memory: Memory, phrase: Phrase): void {
  memory.announced = phrase;
  memory.byDimension.delete("percent");
}
