/** The single moves of a figure or of a yes/no fact that an enterprise can and would make. */
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimal,
  subtractDecimals,
} from "../../../lib/decimal.ts";
import type { Indicator } from "../catalogue.ts";
import type { Bound } from "../condition.ts";
import { textOf, type Value } from "../inputs.ts";
import { type Plan, planOf, type Step } from "./plan.ts";
import type { Search } from "./search.ts";

/** A fact to be brought to `to`: allowed when it is not known yet, or when the enterprise can do something about it. */
export function fixFact(input: string, to: boolean | string, search: Search): Plan[] {
  const indicator = search.catalogue.indicators.get(input);
  const from = search.context.inputs.values.get(input);
  if (indicator === undefined || !mayChange(indicator, from, to)) return [];
  return [planOf([{ input, from, to }], search.catalogue)];
}

function mayChange(indicator: Indicator, from: Value | undefined, to: boolean | string): boolean {
  if (from === undefined) return true;
  if (indicator.lever === "none" || indicator.lever === "wait") return false;
  if (typeof to === "boolean") return to === (indicator.better === "yes");
  return indicator.words.indexOf(to) > indicator.words.indexOf(textOf(from));
}

/** The figure nearest to the bound that meets it; a strict bound is passed by one of the indicator's smallest units. */
export function justWithin(bound: Bound, indicator: Indicator): Decimal {
  const unit = decimal(indicator.type === "integer" ? 1 : "0.01");
  if (bound.comparison === "more_than") return addDecimals(bound.value, unit);
  if (bound.comparison === "less_than") return subtractDecimals(bound.value, unit);
  return bound.value;
}

/** A move of a figure, when it is one an enterprise can and would make. */
export function figureStep(
  indicator: Indicator,
  from: Decimal | undefined,
  to: Decimal,
): Step | undefined {
  if (from === undefined) return { input: indicator.id, from, to };
  const step: Step = { input: indicator.id, from: readable(from, to), to };
  const moves = compareDecimals(to, from);
  if (indicator.lever === "none" || moves === 0) return undefined;
  if (indicator.better === "rank") return step;
  return moves > 0 === (indicator.better === "higher") ? step : undefined;
}

/**
 * Four places of a figure that is to move, on the side away from its goal: a share of 30 places is exact for judging and
 * unreadable in a sentence, and what is said to be wanting is never less than what is.
 */
function readable(from: Decimal, to: Decimal): Decimal {
  if (from.scale <= 4) return from;
  const unit = 10n ** BigInt(from.scale - 4);
  const rest = from.digits % unit;
  const floor = from.digits / unit - (rest < 0n ? 1n : 0n);
  const isRising = compareDecimals(to, from) > 0;
  return decimal(`${isRising || rest === 0n ? floor : floor + 1n}e-4`);
}
