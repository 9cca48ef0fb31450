/** What the parts of one pack are called in the statement while it is compiled. */
import type { ScoreScope } from "../../domain/criteria/condition.ts";
import type { RulePack } from "../../domain/criteria/pack.ts";

/** A figure that may not be settled: expressions of its least and its greatest value. */
export interface RangeSql {
  readonly low: string;
  readonly high: string;
  /** True when both are whole numbers of SQL, which divide by floor. */
  readonly isWhole?: boolean;
}

export interface PackScope {
  readonly pack: RulePack;
  /** Place of the pack in the statement, from 0; it keeps the columns of packs apart. */
  readonly place: number;
  /** Where scores stand that are no columns of their own, and direct passes that are none. */
  readonly score?: (asked: ScoreScope) => RangeSql;
  readonly direct?: (place: number) => string;
}

const columnOf = (scope: PackScope, name: string) => `s.p${scope.place}_${name}`;
const rangeOf = (scope: PackScope, name: string): RangeSql => ({
  low: columnOf(scope, `${name}l`),
  high: columnOf(scope, `${name}h`),
});

export const itemRange = (scope: PackScope, id: string): RangeSql =>
  rangeOf(scope, `i${scope.pack.items.findIndex((item) => item.id === id)}`);

export const categoryRange = (scope: PackScope, name: string): RangeSql =>
  rangeOf(scope, `c${scope.pack.categories.findIndex((one) => one.name === name)}`);

export const totalRange = (scope: PackScope): RangeSql => rangeOf(scope, "t");

export const gateTruth = (scope: PackScope, place: number) => columnOf(scope, `g${place}`);

export const directTruth = (scope: PackScope, place: number) =>
  scope.direct?.(place) ?? columnOf(scope, `d${place}`);

export function scoreRange(asked: ScoreScope, scope: PackScope): RangeSql {
  if (scope.score !== undefined) return scope.score(asked);
  if (asked.kind === "total") return totalRange(scope);
  return asked.kind === "category" ? categoryRange(scope, asked.name) : itemRange(scope, asked.id);
}

/** Any other column of the pack, such as `pass`. */
export const packColumn = columnOf;

/** A column without its source, as it is named where it is made. */
export const bare = (column: string): string => column.slice("s.".length);
