/**
 * One pack of rules as columns in five layers, each of which may use those before it: least points of items; greatest; totals and
 * direct passes; gates; the verdict. The layers of all packs are laid side by side over one scan (compile-packs.ts).
 */
import type { Gate } from "../../domain/criteria/pack.ts";
import { conditionSql } from "./condition-sql.ts";
import { degreeSql, meanSql } from "./degree-sql.ts";
import { itemSql } from "./item-sql.ts";
import {
  bare,
  categoryRange,
  directTruth,
  gateTruth,
  itemRange,
  packColumn,
  type PackScope,
  type RangeSql,
  totalRange,
} from "./pack-scope.ts";
import { inputColumn } from "./sheet-column.ts";
import { conjunction, figure } from "./sql-text.ts";

/** `expression as name`, by layer. */
export type Layers = readonly (readonly string[])[];

export function ruleLayers(scope: PackScope): Layers {
  return [
    pointsLayer(scope),
    greatestLayer(scope),
    totalsLayer(scope),
    gatesLayer(scope),
    verdictLayer(scope),
  ];
}

const as = (expression: string, column: string) => `${expression} as ${bare(column)}`;
const asRange = (made: RangeSql, named: RangeSql) => [
  as(made.low, named.low),
  as(made.high, named.high),
];

function pointsLayer(scope: PackScope): string[] {
  const { items, directPasses } = scope.pack;
  return [
    ...items.map((item) => as(itemSql(item, scope).low, itemRange(scope, item.id).low)),
    ...directPasses.map((one, place) =>
      as(conditionSql(one.condition, scope), directTruth(scope, place)),
    ),
  ];
}

function greatestLayer(scope: PackScope): string[] {
  return scope.pack.items.map((item) =>
    as(itemSql(item, scope).high, itemRange(scope, item.id).high),
  );
}

function totalsLayer(scope: PackScope): string[] {
  const { categories, items, totalInput } = scope.pack;
  const sums = categories.map(({ name, maximum }): RangeSql => {
    const ranges = items
      .filter((item) => item.category === name)
      .map((item) => itemRange(scope, item.id));
    const sum = (ends: readonly string[]) =>
      `least(${["0", ...ends].join(" + ")}, ${figure(maximum)})`;
    return { low: sum(ranges.map((one) => one.low)), high: sum(ranges.map((one) => one.high)) };
  });
  if (!hasTotal(scope)) return [];
  const given = totalInput === null ? null : inputColumn(scope.pack, totalInput);
  const total = (ends: readonly string[]) => {
    const sum = ["0", ...ends].join(" + ");
    return given === null ? sum : `coalesce(${given}, ${sum})`;
  };
  return [
    ...categories.flatMap((one, place) =>
      asRange(sums[place] ?? { low: "0", high: "0" }, categoryRange(scope, one.name)),
    ),
    ...asRange(
      { low: total(sums.map((one) => one.low)), high: total(sums.map((one) => one.high)) },
      totalRange(scope),
    ),
  ];
}

/** True when the pack gives points at all. */
export function hasTotal({ pack }: PackScope): boolean {
  return pack.items.length > 0 || pack.totalInput !== null;
}

/** Whether a gate is met. */
export function metSql({ condition, presumed }: Gate, scope: PackScope): string {
  const met = conditionSql(condition, scope);
  return presumed ? `coalesce(${met}, true)` : met;
}

function gatesLayer(scope: PackScope): string[] {
  return scope.pack.gates.map((gate, place) => as(metSql(gate, scope), gateTruth(scope, place)));
}

/** Each exclusion that does not bar. */
export function clearSql({ pack }: PackScope): string[] {
  return pack.exclusions.map(({ input, presumed }) => {
    const bars = inputColumn(pack, input);
    return presumed ? `${bars} is not true` : `not ${bars}`;
  });
}

function verdictLayer(scope: PackScope): string[] {
  const { gates } = scope.pack;
  const clear = clearSql(scope);
  const truths = (role: string) =>
    gates.flatMap((gate, place) => (gate.role === role ? [gateTruth(scope, place)] : []));
  const mayApply = conjunction([...truths("eligibility"), ...clear]);
  const merits = gates.flatMap((gate, place) =>
    gate.role === "merit"
      ? [
          `case when ${gateTruth(scope, place)} then 100 else ${degreeSql(gate.condition, scope)} end`,
        ]
      : [],
  );
  return [
    as(
      conjunction([...truths("merit"), ...truths("eligibility"), ...clear]),
      packColumn(scope, "pass"),
    ),
    as(
      `case when ${mayApply} is false then 0 else least(${meanSql(merits)}, case when ${mayApply} then 100 else 99 end) end`,
      packColumn(scope, "progress"),
    ),
  ];
}
