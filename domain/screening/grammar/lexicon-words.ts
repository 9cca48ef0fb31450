/** Turns the word lists of data/screening into meanings; a word listed twice keeps its first, more specific meaning. */
import type { Comparison } from "../condition.ts";
import { plainText } from "../text/plain-text.ts";
import type { LexiconFiles } from "./lexicon-files.ts";
import { periodWords } from "./period-words.ts";
import type { Aggregate, Mark, Word } from "./word.ts";

type Groups = Readonly<Record<string, readonly string[]>>;
type Entry = readonly [words: readonly string[], meaning: Word];

const grouped = (groups: Groups, meaning: (key: string) => Word): Entry[] =>
  Object.entries(groups).map(([key, words]) => [words, meaning(key)]);

/** Every word as it reads in plain text, with what it means. Order decides: fillers yield to all else. */
export function lexiconWords(files: LexiconFiles): Map<string, Word> {
  const out = new Map<string, Word>();
  const entries = [
    ...subjectEntries(files),
    ...factEntries(files),
    ...listEntries(files),
    ...boundEntries(files),
    ...jointEntries(files),
  ];
  for (const [words, meaning] of entries)
    for (const word of words) {
      const { text } = plainText(word);
      if (text !== "" && !out.has(text)) out.set(text, meaning);
    }
  return out;
}

function subjectEntries({ words, periods }: LexiconFiles): Entry[] {
  return [
    ...periodWords(periods),
    ...words.ratios.map((ratio): Entry => [
      ratio.words,
      { is: "subject", of: ratio.of, per: ratio.per },
    ]),
    ...grouped(words.subjects, (of) => ({ is: "subject", of })),
    ...grouped(words.aggregates, (kind) => ({ is: "aggregate", kind: kind as Aggregate })),
    [words.share, { is: "share" }],
    [words.per, { is: "per" }],
    [words.growth, { is: "growth", down: false }],
    [words.decline, { is: "growth", down: true }],
    [words.each, { is: "each" }],
    [words.some_year, { is: "some-year" }],
    [words.either_year, { is: "either-year" }],
    [words.both_years, { is: "both-years" }],
    [words.both_years_back, { is: "both-years-back" }],
    [words.respectively, { is: "respectively" }],
    ...grouped(words.relative, (line) => ({ is: "relative", line })),
  ];
}

function factEntries({ facts }: LexiconFiles): Entry[] {
  return [
    ...facts.facts.map((fact): Entry => [fact.words, { is: "fact", fact: fact.m }]),
    ...grouped(facts.hazards, (kind) => ({ is: "hazard", kind })),
    ...grouped(facts.gravities, (gravity) => ({ is: "gravity", gravity })),
    ...grouped(facts.happenings, (happening) => ({ is: "happening", happening })),
    ...grouped(facts.awards, (level) => ({ is: "award", level })),
  ];
}

function listEntries({ lists }: LexiconFiles): Entry[] {
  return [
    ...grouped(lists.titles.words, (title) => ({ is: "title", title })),
    ...grouped(lists.industries.words, (code) => ({ is: "industry", code })),
    ...lists.areas.words.map((area): Entry => [[area], { is: "area", area, own: false }]),
    ...lists.areas.own.map((area): Entry => [[area], { is: "area", area, own: true }]),
    ...grouped(lists.markets, (market) => ({ is: "market", market })),
    ...grouped(lists.bases, (basis) => ({ is: "basis", basis })),
  ];
}

function boundEntries({ words }: LexiconFiles): Entry[] {
  const up = (word: string): boolean => word.startsWith("及") || word.startsWith("或");
  return [
    ...grouped(words.before, (op) => ({ is: "before", op: op as Comparison })),
    ...words.after.up.map((word): Entry => [[word], { is: "after", up: true, explicit: up(word) }]),
    ...words.after.down.map((word): Entry => [
      [word],
      { is: "after", up: false, explicit: up(word) || word.endsWith("内") },
    ]),
    [words.range, { is: "range" }],
    [words.ranging, { is: "ranging" }],
    [words.inclusive, { is: "inclusive" }],
    [words.exclusive, { is: "exclusive" }],
    [words.exception, { is: "exception" }],
    [words.rank_words, { is: "rank" }],
    [words.first, { is: "first" }],
    [words.positive_growth, { is: "sign", op: ">", growth: true }],
    ...grouped(words.gains, (of): Word => ({ is: "sign", op: ">", growth: false, of })),
    ...grouped(words.losses, (of): Word => ({ is: "sign", op: "<", growth: false, of })),
    [words.positive, { is: "sign", op: ">", growth: false }],
    [words.nonnegative, { is: "sign", op: ">=", growth: false }],
    [words.negative, { is: "sign", op: "<", growth: false }],
    [words.nonzero, { is: "sign", op: "!=", growth: false }],
  ];
}

function jointEntries({ words }: LexiconFiles): Entry[] {
  return [
    ...grouped(words.marks, (mark) => ({ is: "mark", mark: mark as Mark })),
    ...grouped(words.some_of, (count) => ({ is: "some-of", count })),
    ...grouped(words.labels, (label) => ({ is: "label", label })),
    [words.and, { is: "and" }],
    [words.or, { is: "or" }],
    [words.negation, { is: "not" }],
    [words.company, { is: "company" }],
    [words.benefits, { is: "benefit" }],
    [words.benefit_caps, { is: "benefit-cap" }],
    ...grouped(words.scopes, (scope) => ({ is: "scope", scope })),
    [words.boilerplate, { is: "boilerplate" }],
    [words.others, { is: "other" }],
    [words.fillers, { is: "filler" }],
  ];
}
