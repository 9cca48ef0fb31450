/** Points as bounds: what is surely earned and what could be, so that a missing fact decides nothing it need not. */
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalToNumber,
  maxDecimal,
  minDecimal,
  zero,
} from "../../../lib/decimal.ts";
import type { Bound } from "../condition.ts";
import type { PointRange } from "../pack.ts";
import { allOf, type Truth } from "../truth.ts";
import type { Points } from "../verdict.ts";

export const nothing: PointRange = { low: zero, high: zero };

export function exactly(points: Decimal): PointRange {
  return { low: points, high: points };
}

export function isSettled(range: PointRange): boolean {
  return compareDecimals(range.low, range.high) === 0;
}

export function addRanges(a: PointRange, b: PointRange): PointRange {
  return { low: addDecimals(a.low, b.low), high: addDecimals(a.high, b.high) };
}

/** The range of "one of these, which is not known". */
export function hullOf(ranges: readonly PointRange[]): PointRange {
  return ranges.reduce((a, b) => ({
    low: minDecimal(a.low, b.low),
    high: maxDecimal(a.high, b.high),
  }));
}

/** The range of "the best of these". */
export function bestOf(ranges: readonly PointRange[]): PointRange {
  return ranges.reduce((a, b) => ({
    low: maxDecimal(a.low, b.low),
    high: maxDecimal(a.high, b.high),
  }));
}

export function capRange(range: PointRange, maximum: Decimal): PointRange {
  return { low: minDecimal(range.low, maximum), high: minDecimal(range.high, maximum) };
}

/** A settled figure, or unknown. */
export function toPoints(range: PointRange): Points {
  return isSettled(range) ? decimalToNumber(range.low) : "unknown";
}

export function meetsBound(value: Decimal, bound: Bound): boolean {
  const order = compareDecimals(value, bound.value);
  switch (bound.comparison) {
    case "at_least":
      return order >= 0;
    case "more_than":
      return order > 0;
    case "at_most":
      return order <= 0;
    default:
      return order < 0;
  }
}

/** True when all of the range is within the bounds, false when none of it is within one of them. */
export function rangeWithin(range: PointRange, bounds: readonly Bound[]): Truth {
  return allOf(
    bounds.map((bound) => {
      const [low, high] = [meetsBound(range.low, bound), meetsBound(range.high, bound)];
      return low === high ? low : "unknown";
    }),
  );
}
