/**
 * One gate as a whole number: how far it is met in percent, and above all percents a mark when it is surely not met. The
 * numbers of a pack's gates add up: the sum is 100 for each exactly when all are met, and marked when one is false. A gate
 * of several conditions bears no mark: whether it is false is asked where no other is.
 */
import type { Bound, Condition } from "../../domain/criteria/condition.ts";
import type { Gate } from "../../domain/criteria/pack.ts";
import { compareDecimals, zero } from "../../lib/decimal.ts";
import { boundSql, conditionSql } from "./condition-sql.ts";
import { degreeSql, shareSql } from "./degree-sql.ts";
import type { PackScope } from "./pack-scope.ts";
import { inputColumn, titleColumn } from "./sheet-column.ts";

/** Beyond the percents of a thousand gates. */
export const isFalse = 1 << 20;

export function gateCode({ condition, presumed }: Gate, scope: PackScope): string {
  // A fact that is missing counts as nothing yet shown, or as met where the office checks it.
  const open = presumed ? 100 : 0;
  const figure = figureOf(condition);
  if (figure !== null) {
    const value = inputColumn(scope.pack, figure.input);
    return `case when ${value} is null then ${open} when ${boundSql(value, figure.bound)} then 100 when ${value} <= 0 then ${isFalse} else ${isFalse} + ${shareSql({ low: value, high: value }, figure.bound)} end`;
  }
  const fact = factOf(condition, scope);
  if (fact !== null) {
    const [yes, no] = fact.isWanted ? [100, isFalse] : [isFalse, 100];
    return `case when ${fact.column} then ${yes} when ${fact.column} is null then ${open} else ${no} end`;
  }
  const degree = degreeSql(condition, scope);
  return presumed
    ? `case when ${conditionSql(condition, scope)} is null then 100 else ${degree} end`
    : degree;
}

/** Whether the number of a gate is marked when it is false. */
export function isMarked({ condition }: Gate, scope: PackScope): boolean {
  return figureOf(condition) !== null || factOf(condition, scope) !== null;
}

/** A comparison with one bound above zero. */
function figureOf(condition: Condition): { input: string; bound: Bound } | null {
  if (condition.kind !== "compare") return null;
  const [bound, second] = condition.bounds;
  if (bound === undefined || second !== undefined) return null;
  return compareDecimals(bound.value, zero) > 0 ? { input: condition.input, bound } : null;
}

/** A yes/no fact or a title, wanted or not. */
function factOf(
  condition: Condition,
  scope: PackScope,
): { column: string; isWanted: boolean } | null {
  if (condition.kind === "title") return { column: titleColumn(condition.title), isWanted: true };
  if (condition.kind === "not") {
    const inner = factOf(condition.of, scope);
    return inner && { ...inner, isWanted: !inner.isWanted };
  }
  if (condition.kind !== "equals" || condition.values.length !== 1) return null;
  const [value] = condition.values;
  if (typeof value !== "boolean") return null;
  return { column: inputColumn(scope.pack, condition.input), isWanted: value };
}
