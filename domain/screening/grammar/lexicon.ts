/** The lexicon a grammar run reads: words with their meanings, units, and the tables that turn phrases into metrics. */
import type { MetricCatalogue } from "../metric-catalogue.ts";
import type { Word } from "./word.ts";

/** Ids a measured thing answers to, by aspect; `{n}` stands for a number of years. */
export interface Family {
  readonly of: string;
  readonly per?: string | undefined;
  readonly zh: string;
  readonly unit: string;
  readonly single?: string | undefined;
  readonly level?: string | undefined;
  readonly each?: string | undefined;
  readonly mean?: string | undefined;
  readonly sum?: string | undefined;
  readonly total?: string | undefined;
  readonly growth?: string | undefined;
  readonly growthMean?: string | undefined;
  readonly growthTotal?: string | undefined;
  /** What its growth means when no years are said: the mean over three years (195号). */
  readonly growthUsual?: string | undefined;
  readonly cagr?: string | undefined;
  readonly bare?: string | undefined;
  readonly rank?: string | undefined;
  readonly usd?: string | undefined;
  readonly days?: string | undefined;
  readonly previous?: string | undefined;
  /** Id for the base year of a growth programme. */
  readonly base?: string | undefined;
  /** Attribute a number of years before the word restricts, instead of being a condition of its own. */
  readonly filterYears?: string | undefined;
}

export interface Fact {
  readonly m: string;
  readonly manual: boolean;
  readonly assumed: boolean;
  readonly standing: boolean;
  readonly spans: Readonly<Record<string, string>>;
  readonly usual?: string | undefined;
  readonly count?: string | undefined;
  /** As an exception from being listed. */
  readonly market?: string | undefined;
}

export interface EventRow {
  readonly m: string;
  readonly span: string;
  readonly gravity: readonly string[];
  readonly kinds: readonly string[];
  readonly event?: string | undefined;
  readonly exact: boolean;
}

export interface Unit {
  readonly dimension: string;
  readonly shift: number;
}

export interface Lexicon {
  readonly words: ReadonlyMap<string, Word>;
  /** Lengths of the words that begin with a character, longest first: most characters begin few. */
  readonly wordLengths: ReadonlyMap<string, readonly number[]>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly longestUnit: number;
  /** Name of the unit each dimension is kept in. */
  readonly dimensionUnits: ReadonlyMap<string, string>;
  readonly families: ReadonlyMap<string, Family>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly events: readonly EventRow[];
  readonly denominators: ReadonlyMap<string, string>;
  /** What a thing is once a word narrows it: what was applied for once granted, rights once self-developed. */
  readonly narrowed: readonly { readonly of: string; readonly word: string; readonly to: string }[];
  readonly elidedGrowth: string;
  /** Metric of the points a band of a scoring table earns. */
  readonly points: string;
  readonly elidedRatio: { readonly when: string; readonly id: string };
  readonly sizeLetters: ReadonlyMap<string, string>;
  /** Endings of unknown words that change the measure they stand before. */
  readonly changing: readonly string[];
  readonly titleVerbs: ReadonlySet<string>;
  readonly lists: {
    readonly titles: string;
    readonly industries: string;
    readonly areas: string;
    readonly bodies: string;
  };
  readonly catalogue: MetricCatalogue;
}

/** Key of a family: what is measured, and over what. */
export function familyKey(of: string, per?: string): string {
  return per === undefined ? of : `${of}/${per}`;
}
