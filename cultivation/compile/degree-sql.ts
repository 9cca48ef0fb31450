/** How far a condition is met in whole percent: the twin of domain/criteria/judge/degree-of. Never null. */
import type { Bound, Condition } from "../../domain/criteria/condition.ts";
import { compareDecimals, zero } from "../../lib/decimal.ts";
import { boundSql, conditionSql, isRising, minimumsOf } from "./condition-sql.ts";
import { type PackScope, type RangeSql, scoreRange } from "./pack-scope.ts";
import { inputColumn } from "./sheet-column.ts";
import { figure } from "./sql-text.ts";

export function degreeSql(condition: Condition, scope: PackScope): string {
  switch (condition.kind) {
    case "all":
      return meanSql(condition.of.map((one) => degreeSql(one, scope)));
    case "any":
      return bestSql(condition.of.map((one) => degreeSql(one, scope)));
    case "compare": {
      const value = inputColumn(scope.pack, condition.input);
      return `case when ${value} is null then 0 else ${degreeWithin({ low: value, high: value }, condition.bounds)} end`;
    }
    case "score":
      return degreeWithin(scoreRange(condition.scope, scope), condition.bounds);
    case "category_minimums":
      return meanSql(minimumsOf(scope).map(({ range, minimum }) => degreeOfBound(range, minimum)));
    case "direct_pass":
      return bestSql([
        "0",
        ...scope.pack.directPasses.map((one) => degreeSql(one.condition, scope)),
      ]);
    default:
      return `case when ${conditionSql(condition, scope)} then 100 else 0 end`;
  }
}

/** The floored mean of whole percents; 100 for none. */
export function meanSql(degrees: readonly string[]): string {
  if (degrees.length === 0) return "100";
  if (degrees.length === 1) return degrees[0] ?? "";
  return `((${degrees.map((one) => `(${one})`).join(" + ")}) / ${degrees.length})`;
}

function bestSql(degrees: readonly string[]): string {
  return degrees.length === 1 ? (degrees[0] ?? "") : `greatest(${degrees.join(", ")})`;
}

function degreeWithin(range: RangeSql, bounds: readonly Bound[]): string {
  const degrees = bounds.map((bound) => degreeOfBound(range, bound));
  return degrees.length === 1 ? (degrees[0] ?? "") : `least(${degrees.join(", ")})`;
}

/** The worse end of the range counts. */
function degreeOfBound(range: RangeSql, bound: Bound): string {
  const value = isRising(bound) ? range.low : range.high;
  const met = boundSql(value, bound);
  if (compareDecimals(bound.value, zero) <= 0) return `case when ${met} then 100 else 0 end`;
  return `case when ${met} then 100 when ${value} <= 0 then 0 else ${shareSql(range, bound)} end`;
}

/**
 * The share of a bound above zero that a figure above zero has reached which does not meet it. Quotients are floored by
 * `div` on numeric, exact at any size, or are whole. Only a figure on an edge that does not count could reach 100.
 */
export function shareSql(range: RangeSql, bound: Bound): string {
  const share = quotientSql(range, bound);
  const isOnEdge = bound.comparison === "more_than" || bound.comparison === "less_than";
  return isOnEdge ? `least(99, ${share})` : `(${share})`;
}

function quotientSql(range: RangeSql, bound: Bound): string {
  const rising = isRising(bound);
  const [value, edge] = [rising ? range.low : range.high, figure(bound.value)];
  const [part, all] = rising ? [value, edge] : [edge, value];
  const isWhole = range.isWhole === true && bound.value.scale === 0;
  return isWhole ? `${part} * 100 / ${all}` : `div(${part} * 100, ${all})::int`;
}
