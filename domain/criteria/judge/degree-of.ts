/**
 * How far a condition is met, in whole percent: 100 exactly when it holds, and never falling when a figure moves the
 * way that helps (docs/criteria/progress.md). Whole numbers by floor, so that SQL and this function agree to the digit.
 */
import {
  type Decimal,
  decimal,
  floorRatio,
  isDecimal,
  multiplyDecimals,
} from "../../../lib/decimal.ts";
import type { Bound, Condition } from "../condition.ts";
import type { PointRange } from "../pack.ts";
import type { PackContext } from "./context.ts";
import { meetsBound, nothing } from "./range.ts";
import { rangeOf, truthOf } from "./truth-of.ts";

const hundred = decimal(100);

/** Parts of `all` count alike; of `any` the best counts; what is not known counts as nothing yet shown. */
export function degreeOf(condition: Condition, context: PackContext): number {
  switch (condition.kind) {
    case "all":
      return meanOf(condition.of.map((one) => degreeOf(one, context)));
    case "any":
      return Math.max(...condition.of.map((one) => degreeOf(one, context)));
    case "compare": {
      const value = context.inputs.values.get(condition.input);
      return isDecimal(value) ? degreeWithin({ low: value, high: value }, condition.bounds) : 0;
    }
    case "score":
      return degreeWithin(rangeOf(condition.scope, context.scores), condition.bounds);
    case "category_minimums":
      return meanOf(
        context.pack.categories.flatMap(({ name, minimum }) =>
          minimum === null
            ? []
            : [degreeWithin(context.scores.categories.get(name) ?? nothing, [minimum])],
        ),
      );
    case "direct_pass":
      return Math.max(
        0,
        ...context.pack.directPasses.map((one) => degreeOf(one.condition, context)),
      );
    default:
      return truthOf(condition, context) === true ? 100 : 0;
  }
}

/** The floored mean; 100 for none. It is 100 only when every part is. */
export function meanOf(degrees: readonly number[]): number {
  if (degrees.length === 0) return 100;
  return Math.floor(degrees.reduce((a, b) => a + b, 0) / degrees.length);
}

function degreeWithin(range: PointRange, bounds: readonly Bound[]): number {
  return Math.min(...bounds.map((bound) => degreeOfBound(range, bound)));
}

/** The worse end of the range counts: what is only possible is not yet there. */
function degreeOfBound(range: PointRange, bound: Bound): number {
  const rising = bound.comparison === "at_least" || bound.comparison === "more_than";
  const value = rising ? range.low : range.high;
  if (meetsBound(value, bound)) return 100;
  return rising ? share(value, bound.value) : share(bound.value, value);
}

/** `part` of `whole` in percent from 0 to 99; 0 where a share has no meaning. */
function share(part: Decimal, whole: Decimal): number {
  if (part.digits <= 0n || whole.digits <= 0n) return 0;
  const percent = floorRatio(multiplyDecimals(part, hundred), whole) ?? 0n;
  return percent > 99n ? 99 : Number(percent);
}
