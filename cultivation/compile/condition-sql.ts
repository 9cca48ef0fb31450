/** A condition as one boolean expression over the sheet; null is unknown, and SQL's own tables are Kleene's. */
import type { Bound, Comparison, Condition } from "../../domain/criteria/condition.ts";
import { directTruth, type PackScope, type RangeSql, scoreRange } from "./pack-scope.ts";
import { inputColumn, titleColumn } from "./sheet-column.ts";
import { conjunction, disjunction, figure, quoteText } from "./sql-text.ts";

const operators: Readonly<Record<Comparison, string>> = {
  at_least: ">=",
  more_than: ">",
  at_most: "<=",
  less_than: "<",
};

export function conditionSql(condition: Condition, scope: PackScope): string {
  switch (condition.kind) {
    case "all":
      return conjunction(condition.of.map((one) => conditionSql(one, scope)));
    case "any":
      return disjunction(condition.of.map((one) => conditionSql(one, scope)));
    case "not":
      return `(not ${conditionSql(condition.of, scope)})`;
    case "compare":
      return boundsSql(inputColumn(scope.pack, condition.input), condition.bounds);
    case "equals":
      return equalsSql(inputColumn(scope.pack, condition.input), condition.values);
    case "title":
      return titleColumn(condition.title);
    case "score":
      return withinSql(scoreRange(condition.scope, scope), condition.bounds);
    case "category_minimums":
      return conjunction(
        minimumsOf(scope).map(({ range, minimum }) => withinSql(range, [minimum])),
      );
    default:
      return disjunction(scope.pack.directPasses.map((_one, place) => directTruth(scope, place)));
  }
}

export function boundSql(value: string, { comparison, value: edge }: Bound): string {
  return `${value} ${operators[comparison]} ${figure(edge)}`;
}

export function boundsSql(value: string, bounds: readonly Bound[]): string {
  return conjunction(bounds.map((bound) => boundSql(value, bound)));
}

/** True when all of the range is within the bounds, false when none of it is within one of them. */
export function withinSql(range: RangeSql, bounds: readonly Bound[]): string {
  return conjunction(
    bounds.map((bound) => {
      const [worse, better] = isRising(bound) ? [range.low, range.high] : [range.high, range.low];
      return `(case when ${boundSql(worse, bound)} then true when not ${boundSql(better, bound)} then false end)`;
    }),
  );
}

export function isRising({ comparison }: Bound): boolean {
  return comparison === "at_least" || comparison === "more_than";
}

/** The categories that have a minimum, with it. */
export function minimumsOf(scope: PackScope): { range: RangeSql; minimum: Bound }[] {
  return scope.pack.categories.flatMap(({ name, minimum }) =>
    minimum === null ? [] : [{ range: scoreRange({ kind: "category", name }, scope), minimum }],
  );
}

function equalsSql(column: string, values: readonly (boolean | string)[]): string {
  const words = values.filter((value) => typeof value === "string");
  if (words.length > 0) return `(${column} in (${words.map(quoteText).join(", ")}))`;
  const [first, second] = values;
  // Both truths wanted: true once it is known.
  if (second !== undefined && second !== first) return `(${column} or not ${column})`;
  return first === true ? column : `(not ${column})`;
}
