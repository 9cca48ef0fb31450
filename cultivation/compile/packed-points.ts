/**
 * The points of one item as one whole number: the greatest in the upper sixteen bits, the least in the lower, so that one
 * addition adds both and a rule is gone through once. For packs whose points are whole and which no expert has touched;
 * all else is told by item-sql.ts.
 */
import type {
  BandsRule,
  ItemRule,
  PointRange,
  RulePack,
  ScoreItem,
} from "../../domain/criteria/pack.ts";
import { type Decimal, decimalToNumber } from "../../lib/decimal.ts";
import { boundSql, conditionSql } from "./condition-sql.ts";
import { bandArms, ruleEnds } from "./item-sql.ts";
import type { PackScope, RangeSql } from "./pack-scope.ts";
import { inputColumn, inputsOfRule, titleColumn, titlesOfRule } from "./sheet-column.ts";

const shift = 65_536;
/** Sums stay below the sign of an int4 with room for the bounds of every category. */
const most = 30_000;

export const packedRange = (packed: string): RangeSql => ({
  low: `(${packed} & ${shift - 1})`,
  high: `(${packed} >> 16)`,
  isWhole: true,
});

export const joinEnds = ({ low, high }: RangeSql): string => `(${low} + ${high} * ${shift})`;

/** Whether every figure of points and of their bounds is a whole number that fits. */
export function isPackable(pack: RulePack): boolean {
  const figures = [
    ...pack.items.flatMap((item) => [item.maximum, ...pointsOf(item.rule)]),
    ...pack.categories.map(({ maximum }) => maximum),
  ];
  const sum = pack.items.reduce((all, { maximum }) => all + decimalToNumber(maximum), 0);
  return figures.every((one) => one.scale === 0 && one.digits >= 0n) && sum < most;
}

function pointsOf(rule: ItemRule): readonly Decimal[] {
  const ends = ({ low, high }: PointRange) => [low, high];
  switch (rule.kind) {
    case "bands":
      return rule.bands.flatMap((band) => ends(band.points));
    case "best_of":
      return rule.of.flatMap(pointsOf);
    case "levels":
      return [...ends(rule.otherwise), ...rule.levels.flatMap((level) => ends(level.points))];
    case "count":
      return [rule.each];
    default:
      return [];
  }
}

const packed = (low: number, high: number) => String(low + high * shift);
const packedPoints = ({ low, high }: PointRange) =>
  packed(decimalToNumber(low), decimalToNumber(high));

/** What a rule gives while no expert has chosen and nobody outside has given points. */
export function packedItem(item: ScoreItem, scope: PackScope): string {
  const { rule } = item;
  switch (rule.kind) {
    case "bands":
      return packedBands(rule, scope);
    case "best_of":
      return bestOf(item, rule.of, scope);
    case "levels":
      return levels(item, scope);
    case "count":
      return count(rule, decimalToNumber(item.maximum), scope);
    default:
      return packed(0, decimalToNumber(item.maximum));
  }
}

function packedBands(rule: BandsRule, scope: PackScope): string {
  const value = inputColumn(scope.pack, rule.input);
  const { arms, rest } = bandArms(rule);
  const told = arms.map(
    ({ from, points }) => `when ${boundSql(value, from)} then ${packedPoints(points)}`,
  );
  const lows = rule.bands.map(({ points }) => decimalToNumber(points.low));
  const highs = rule.bands.map(({ points }) => decimalToNumber(points.high));
  const open = packed(Math.min(...lows), Math.max(...highs));
  return `(case when ${value} is null then ${open} ${told.join(" ")} else ${packedPoints(rest)} end)`;
}

/** With both ends alike the greater whole number is the better of two. */
function bestOf(item: ScoreItem, of: readonly BandsRule[], scope: PackScope): string {
  const known = `case when ${anyMissing(item, scope)} then null else greatest(${of.map((one) => packedBands(one, scope)).join(", ")}) end`;
  const isFixed = of.every(({ bands }) =>
    bands.every(({ points: { low, high } }) => low.digits === high.digits),
  );
  return isFixed ? `coalesce(${known}, ${bothEnds(item, scope)})` : bothEnds(item, scope);
}

function levels(item: ScoreItem, scope: PackScope): string {
  const { rule } = item;
  if (rule.kind !== "levels") return bothEnds(item, scope);
  const arms = rule.levels.map(
    ({ when, points }) => `when ${conditionSql(when, scope)} then ${packedPoints(points)}`,
  );
  return `(case when ${anyMissing(item, scope)} then ${bothEnds(item, scope)} ${arms.join(" ")} else ${packedPoints(rule.otherwise)} end)`;
}

/** Each end by itself, for what is seldom asked. */
function bothEnds({ rule, maximum }: ScoreItem, scope: PackScope): string {
  return joinEnds(ruleEnds(rule, maximum, scope));
}

/** How many are true and how many unknown, together the place in a list of every outcome. */
function count(
  { inputs, each }: Extract<ItemRule, { kind: "count" }>,
  maximum: number,
  scope: PackScope,
): string {
  const step = inputs.length + 1;
  const place = inputs.map((input) => {
    const column = inputColumn(scope.pack, input);
    return `case when ${column} then 1 when ${column} is null then ${step} else 0 end`;
  });
  const worth = (facts: number) => Math.min(maximum, facts * decimalToNumber(each));
  const outcomes = Array.from({ length: step * step }, (_, at) => {
    const [yes, open] = [at % step, Math.floor(at / step)];
    return packed(worth(yes), worth(yes + open));
  });
  return `('{${outcomes.join(",")}}'::int[])[1 + ${place.join(" + ")}]`;
}

/** Whether a fact of the rule is unknown. */
function anyMissing({ rule }: ScoreItem, scope: PackScope): string {
  const columns = [
    ...new Set([
      ...inputsOfRule(rule).map((input) => inputColumn(scope.pack, input)),
      ...titlesOfRule(rule).map(titleColumn),
    ]),
  ];
  return columns.length === 1
    ? `${columns[0] ?? ""} is null`
    : `num_nulls(${columns.join(", ")}) > 0`;
}
