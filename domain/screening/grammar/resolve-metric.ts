/** Finds the metric ids a phrase means: which family it names, and which of the family's aspects its years ask for. */
import { mostYears } from "./family-metrics.ts";
import { type Family, familyKey, type Lexicon } from "./lexicon.ts";
import { isGrowth, isRatio, type Phrase } from "./phrase.ts";
import type { Period } from "./word.ts";

/** The years a phrase looks at, and whether the text itself said so. */
export interface Years {
  readonly count: number;
  readonly said: boolean;
}

/** The family of one subject under the phrase's denominator; undefined when the pair is no known measure. */
export function familyOf(subject: string, phrase: Phrase, lexicon: Lexicon): Family | undefined {
  const { families, denominators } = lexicon;
  if (!isRatio(phrase)) return families.get(subject);
  const per = phrase.denominators[0] ?? denominators.get(subject);
  return (
    families.get(familyKey(subject, per)) ?? (per === undefined ? families.get(subject) : undefined)
  );
}

/** Ids of the family for the phrase, one per year where each year counts; undefined when it has no such aspect. */
export function aspectIds(family: Family, phrase: Phrase, years: Years): string[] | undefined {
  if (phrase.period?.kind === "base" && family.base !== undefined) return [family.base];
  if (isGrowth(phrase)) return growthIds(family, phrase, years);
  if (phrase.aggregate === "mean" && family.mean !== undefined)
    return one(family.mean, years.count);
  if (phrase.each && years.count > 1) return eachIds(family, years.count);
  if (years.count > 1 && family.total !== undefined) return one(family.total, years.count);
  if (family.single !== undefined && (family.sum === undefined || !years.said))
    return [family.single];
  const whole = family.sum ?? family.rank;
  if (years.count > 1 && whole !== undefined) return one(whole, years.count);
  const level = family.level ?? family.sum ?? family.rank;
  return level === undefined ? undefined : one(level, levelYear(phrase.period, years));
}

function growthIds(family: Family, phrase: Phrase, years: Years): string[] | undefined {
  const { count } = years;
  if (family.growthUsual !== undefined && isUsual(phrase, years)) return [family.growthUsual];
  if (phrase.aggregate === "cagr") return count > 1 ? one(family.cagr, count) : undefined;
  if (phrase.aggregate === "growth_total" || phrase.aggregate === "sum")
    return one(family.growthTotal, count);
  const mean = phrase.aggregate === "growth_mean" || phrase.aggregate === "mean";
  if (phrase.each && count > 1 && !mean) return each(family.growth, count);
  if (count > 1) return one(family.growthMean, count);
  return mean ? undefined : one(family.growth, levelYear(phrase.period, years));
}

/** Growth without years or kind, or the mean of three years. */
function isUsual({ aggregate, each }: Phrase, { count, said }: Years): boolean {
  if (
    (each && count > 1) ||
    aggregate === "cagr" ||
    aggregate === "growth_total" ||
    aggregate === "sum"
  )
    return false;
  return count === 3 || (!said && count === 1 && aggregate === undefined);
}

function eachIds(family: Family, count: number): string[] | undefined {
  if (family.level !== undefined) return each(family.level, count);
  if (family.single === undefined) return undefined;
  if (family.previous !== undefined) return [family.single, family.previous];
  if (family.each === undefined) return [family.single];
  const years = each(family.each, count);
  return years && [family.single, ...years.slice(1)];
}

/** The catalogue is closed: no family answers for more years than notices look back. */
const isBeyond = (template: string, n: number): boolean =>
  n > mostYears && template.includes("{n}");

const one = (template: string | undefined, n: number): string[] | undefined =>
  template === undefined || isBeyond(template, n)
    ? undefined
    : [template.replace("{n}", String(n))];

function each(template: string | undefined, count: number): string[] | undefined {
  if (template === undefined || isBeyond(template, count)) return undefined;
  return Array.from({ length: count }, (_, index) => template.replace("{n}", String(index + 1)));
}

function levelYear(period: Period | undefined, years: Years): number {
  return period?.kind === "previous" ? 2 : years.count;
}
