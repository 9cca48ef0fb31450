/** The points one item earns, as bounds. */
import {
  addDecimals,
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

/**
 * An expert's figure settles a range, held within what the evidence allows. While the evidence is missing it is held
 * within each range it could come to, so that a verdict reached now stands when the evidence arrives.
 */
export function scoreItem(item: ScoreItem, inputs: Inputs): PointRange {
  const chosen = item.expertInput === null ? undefined : inputs.values.get(item.expertInput);
  const possible = possibleRanges(item.rule, item.maximum, inputs);
  const settled = isDecimal(chosen)
    ? possible.map(({ low, high }) => exactly(maxDecimal(low, minDecimal(chosen, high))))
    : possible;
  return capRange(hullOf(settled), item.maximum);
}

/** The ranges one of which the item earns: a single one when the facts are known. */
function possibleRanges(rule: ItemRule, maximum: Decimal, inputs: Inputs): readonly PointRange[] {
  switch (rule.kind) {
    case "bands":
      return rangesOfBands(rule, inputs);
    case "levels":
      return rangesOfLevels(rule.levels, rule.otherwise, inputs);
    case "count":
      return [scoreCount(rule.inputs, rule.each, inputs)];
    case "best_of":
      return [bestOf(rule.of.map((one) => hullOf(rangesOfBands(one, inputs))))];
    case "given":
      return [scoreGiven(rule.input, maximum, inputs)];
    default:
      return [{ low: zero, high: maximum }];
  }
}

function rangesOfBands(rule: BandsRule, inputs: Inputs): readonly PointRange[] {
  const value = inputs.values.get(rule.input);
  if (!isDecimal(value)) return rule.bands.map((band) => band.points);
  const found = rule.bands.find(
    ({ from, to }) =>
      (from === null || meetsBound(value, from)) && (to === null || meetsBound(value, to)),
  );
  return [found?.points ?? nothing];
}

/** Every level that could be the first to hold is possible, up to the first that surely holds. */
function rangesOfLevels(
  levels: readonly Level[],
  otherwise: PointRange,
  inputs: Inputs,
): readonly PointRange[] {
  const possible: PointRange[] = [];
  for (const level of levels) {
    const truth = truthOfFact(level.when, { inputs });
    if (truth !== false) possible.push(level.points);
    if (truth === true) return possible;
  }
  return [...possible, otherwise];
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
