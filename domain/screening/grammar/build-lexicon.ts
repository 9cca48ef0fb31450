/** Builds the lexicon from the files under data/screening; every id it leads to is an id of its catalogue. */
import { metricCatalogue } from "../metric-catalogue.ts";
import { plainText } from "../text/plain-text.ts";
import { lexiconMetrics } from "./family-metrics.ts";
import { familyKey, type Lexicon, type Unit } from "./lexicon.ts";
import { lexiconFiles, type LexiconFiles } from "./lexicon-files.ts";
import { lexiconWords } from "./lexicon-words.ts";

/** Takes the parsed files by name. Throws a ZodError that names the place when one has not its shape. */
export function buildLexicon(raw: unknown): Lexicon {
  const files = lexiconFiles.parse(raw);
  const words = lexiconWords(files);
  const units = unitTable(files);
  const { measures, lists, facts } = files;
  return {
    words,
    wordLengths: lengthsByFirst(words.keys()),
    units,
    longestUnit: longest(units.keys()),
    dimensionUnits: new Map(Object.entries(files.units.dimensions)),
    families: new Map(
      measures.families.map((family) => [familyKey(family.of, family.per), family]),
    ),
    facts: new Map(facts.facts.map((fact) => [fact.m, fact])),
    events: facts.events,
    narrowed: measures.narrowed,
    denominators: new Map(Object.entries(measures.denominators)),
    points: measures.points,
    elidedGrowth: measures.elided_growth,
    elidedRatio: measures.elided_ratio,
    sizeLetters: new Map(Object.entries(measures.size_letters)),
    changing: files.words.changing,
    titleVerbs: new Set(lists.title_verbs),
    lists: {
      titles: lists.titles.metric,
      industries: lists.industries.metric,
      areas: lists.areas.metric,
      bodies: lists.bodies.metric,
    },
    catalogue: metricCatalogue(lexiconMetrics(files)),
  };
}

function unitTable({ units }: LexiconFiles): Map<string, Unit> {
  const out = new Map<string, Unit>();
  for (const [dimension, table] of Object.entries(units.units))
    for (const [name, shift] of Object.entries(table))
      out.set(plainText(name).text, { dimension, shift });
  return out;
}

function longest(words: Iterable<string>): number {
  let most = 0;
  for (const word of words) most = Math.max(most, word.length);
  return most;
}

function lengthsByFirst(words: Iterable<string>): Map<string, number[]> {
  const sets = new Map<string, Set<number>>();
  for (const word of words) {
    const lengths = sets.get(word.charAt(0)) ?? new Set();
    sets.set(word.charAt(0), lengths.add(word.length));
  }
  return new Map([...sets].map(([first, lengths]) => [first, [...lengths].sort((a, b) => b - a)]));
}
