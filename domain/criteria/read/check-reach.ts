/** Bounds that no figure can meet: a slip of a digit would make a pack that nobody ever passes. */
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  formatDecimal,
  zero,
} from "../../../lib/decimal.ts";
import type { Indicator } from "../catalogue.ts";
import type { Bound, ScoreScope } from "../condition.ts";
import type { Category, ScoreItem } from "../pack.ts";
import { type Place, report } from "./place.ts";

/** The most that can be earned; null where it is not known. */
export type MostOf = (of: ScoreScope) => Decimal | null;

export function checkFigureReach(
  { id, minimum, maximum }: Indicator,
  bounds: readonly Bound[],
  place: Place,
): void {
  reportBeyond(`“${id}”`, `"${id}"`, { bounds, minimum, maximum }, place);
}

export function checkScoreReach(
  of: ScoreScope,
  bounds: readonly Bound[],
  most: MostOf,
  place: Place,
): void {
  const name = of.kind === "total" ? "total" : of.kind === "category" ? of.name : of.id;
  const range = { bounds, minimum: zero, maximum: most(of) };
  reportBeyond(`得分“${name}”`, `score "${name}"`, range, place);
}

/** @param hasTotalInput somebody outside may give the total, by their own scale. */
export function mostOf(
  categories: readonly Category[],
  items: readonly ScoreItem[],
  hasTotalInput: boolean,
): MostOf {
  return (of) => {
    if (of.kind === "item") return items.find(({ id }) => id === of.id)?.maximum ?? null;
    if (of.kind === "category")
      return categories.find(({ name }) => name === of.name)?.maximum ?? null;
    return hasTotalInput
      ? null
      : categories.map(({ maximum }) => maximum).reduce(addDecimals, zero);
  };
}

interface Reach {
  readonly bounds: readonly Bound[];
  readonly minimum: Decimal | null;
  readonly maximum: Decimal | null;
}

function reportBeyond(zh: string, en: string, { bounds, minimum, maximum }: Reach, place: Place) {
  for (const { comparison, value } of bounds) {
    const isLower = comparison === "at_least" || comparison === "more_than";
    const edge = isLower ? maximum : minimum;
    if (edge === null) continue;
    const beyond = compareDecimals(value, edge) * (isLower ? 1 : -1);
    const isOpen = comparison === "more_than" || comparison === "less_than";
    if (beyond < 0 || (beyond === 0 && !isOpen)) continue;
    const [told, limit] = [formatDecimal(value), formatDecimal(edge)];
    report(place, {
      zh: `${zh}${isLower ? "最大" : "最小"}为 ${limit}，${comparison}: ${told} 永远达不到`,
      en: `${en} is ${limit} at ${isLower ? "most" : "least"}: nothing can meet ${comparison}: ${told}`,
    });
  }
}
