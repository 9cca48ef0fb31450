/** The points one item earns, as bounds. */
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  isDecimal,
  maxDecimal,
  minDecimal,
  zero,
} from "../../../lib/decimal.ts";
import type { Inputs } from "../inputs.ts";
import type { BandsRule, ItemRule, Level, PointRange, ScoreItem } from "../pack.ts";
import { bestOf, capRange, exactly, hullOf, meetsBound, nothing } from "./range.ts";
import { truthOfFact } from "./truth-of.ts";

/** An expert's figure settles the range when it lies inside; outside it is no figure the rule allows. */
export function scoreItem(item: ScoreItem, inputs: Inputs): PointRange {
  const range = capRange(scoreRule(item.rule, item.maximum, inputs), item.maximum);
  const chosen = item.expertInput === null ? undefined : inputs.values.get(item.expertInput);
  return isDecimal(chosen) && isInside(chosen, range) ? exactly(chosen) : range;
}

function isInside(value: Decimal, range: PointRange): boolean {
  return compareDecimals(value, range.low) >= 0 && compareDecimals(value, range.high) <= 0;
}

function scoreRule(rule: ItemRule, maximum: Decimal, inputs: Inputs): PointRange {
  switch (rule.kind) {
    case "bands":
      return scoreBands(rule, inputs);
    case "levels":
      return scoreLevels(rule.levels, rule.otherwise, inputs);
    case "count":
      return scoreCount(rule.inputs, rule.each, inputs);
    case "best_of":
      return bestOf(rule.of.map((one) => scoreBands(one, inputs)));
    case "given":
      return scoreGiven(rule.input, maximum, inputs);
    default:
      return { low: zero, high: maximum };
  }
}

function scoreBands(rule: BandsRule, inputs: Inputs): PointRange {
  const value = inputs.values.get(rule.input);
  if (!isDecimal(value)) return hullOf(rule.bands.map((band) => band.points));
  const found = rule.bands.find(
    ({ from, to }) =>
      (from === null || meetsBound(value, from)) && (to === null || meetsBound(value, to)),
  );
  return found?.points ?? nothing;
}

/** Every level that could be the first to hold is possible, up to the first that surely holds. */
function scoreLevels(levels: readonly Level[], otherwise: PointRange, inputs: Inputs): PointRange {
  const possible: PointRange[] = [];
  for (const level of levels) {
    const truth = truthOfFact(level.when, { inputs });
    if (truth !== false) possible.push(level.points);
    if (truth === true) return hullOf(possible);
  }
  return hullOf([...possible, otherwise]);
}

function scoreCount(counted: readonly string[], each: Decimal, inputs: Inputs): PointRange {
  let { low, high } = nothing;
  for (const input of counted) {
    const value = inputs.values.get(input);
    if (value === true) low = addDecimals(low, each);
    if (value !== false) high = addDecimals(high, each);
  }
  return { low, high };
}

function scoreGiven(input: string, maximum: Decimal, inputs: Inputs): PointRange {
  const value = inputs.values.get(input);
  if (!isDecimal(value)) return { low: zero, high: maximum };
  return exactly(maxDecimal(zero, minDecimal(value, maximum)));
}
