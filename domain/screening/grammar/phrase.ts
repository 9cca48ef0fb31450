/** What has been said of a measure so far: subjects, what they are divided by, how years are taken together. */
import type { Span } from "./draft.ts";
import type { Aggregate, Period } from "./word.ts";

export interface Phrase {
  readonly subjects: readonly string[];
  readonly denominators: readonly string[];
  /** "A or B" shares one bound as alternatives; "A and B" must each meet it. */
  readonly coordination: "and" | "or" | "list";
  /** "of" was read: what follows is the denominator. */
  readonly per: boolean;
  readonly share: boolean;
  readonly growth: boolean;
  /** The growth is a decline. */
  readonly down: boolean;
  readonly aggregate: Aggregate | undefined;
  readonly each: boolean;
  /** One of the years is enough. */
  readonly someYear: boolean;
  readonly respectively: boolean;
  /** Years were named from the earlier to the later. */
  readonly backwards: boolean;
  /** So many of the subjects are enough. */
  readonly enough: number | undefined;
  readonly period: Period | undefined;
  /** The period was said here, not carried over. */
  readonly periodSaid: boolean;
  readonly scopes: readonly string[];
  readonly ranked: boolean;
  readonly basis: string | undefined;
  readonly filter: Readonly<Record<string, { readonly ">=": number }>> | undefined;
  /** Words nobody knows right before a subject: they may change its meaning. */
  readonly qualifier: Span | undefined;
  /** Words nobody knows between the subject and "share": it is the share of something else. */
  readonly spoiled: boolean;
  readonly start: number | undefined;
}

export const emptyPhrase: Phrase = {
  subjects: [],
  denominators: [],
  coordination: "list",
  per: false,
  share: false,
  growth: false,
  down: false,
  aggregate: undefined,
  each: false,
  someYear: false,
  respectively: false,
  backwards: false,
  enough: undefined,
  period: undefined,
  periodSaid: false,
  scopes: [],
  ranked: false,
  basis: undefined,
  filter: undefined,
  qualifier: undefined,
  spoiled: false,
  start: undefined,
};

/** True when the phrase names what is measured, in whole or as a ratio or a growth of something said before. */
export function namesMeasure(phrase: Phrase): boolean {
  return (
    phrase.subjects.length > 0 ||
    phrase.share ||
    phrase.per ||
    phrase.growth ||
    phrase.ranked ||
    isGrowth(phrase)
  );
}

export function isGrowth(phrase: Phrase): boolean {
  const { aggregate } = phrase;
  return (
    phrase.growth ||
    aggregate === "cagr" ||
    aggregate === "growth_mean" ||
    aggregate === "growth_total"
  );
}

/** A ratio or growth named in full, which a later "the ratio" may mean. */
export function isRatio(phrase: Phrase): boolean {
  return phrase.share || phrase.per || phrase.denominators.length > 0;
}

/** True when the phrase speaks of a ratio that has found no bound yet. */
export function announces(phrase: Phrase): boolean {
  return (
    phrase.subjects.length > 0 &&
    (isRatio(phrase) || phrase.growth || phrase.aggregate !== undefined)
  );
}

/** "growing two years running" states its bound without a number. */
export function growsEachYear({ growth, each, subjects, period }: Phrase): boolean {
  return growth && each && subjects.length > 0 && (period?.years ?? 0) > 1;
}
