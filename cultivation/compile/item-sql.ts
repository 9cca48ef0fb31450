/**
 * The points of one item as two expressions, the least and the greatest: the twin of domain/criteria/judge/score-item. The
 * greatest may look at the least, which stands one layer before it.
 */
import type { Bound, Condition } from "../../domain/criteria/condition.ts";
import type { BandsRule, ItemRule, PointRange, ScoreItem } from "../../domain/criteria/pack.ts";
import { compareDecimals, type Decimal, zero } from "../../lib/decimal.ts";
import { boundSql, conditionSql } from "./condition-sql.ts";
import { itemRange, type PackScope, type RangeSql } from "./pack-scope.ts";
import { inputColumn, inputsOfRule, titleColumn, titlesOfRule } from "./sheet-column.ts";
import { figure } from "./sql-text.ts";

type End = "low" | "high";
/** The points of a possible range at one end: as the rule says, or as an expert has chosen within it. */
type PointsAt = (range: PointRange, end: End) => string;

const asRuled: PointsAt = (range, end) => figure(range[end]);

export function itemSql(item: ScoreItem, scope: PackScope): RangeSql {
  const { low, high } = itemEnds(item, scope);
  const open = item.expertInput === null ? openWhen(item.rule, scope) : null;
  // With all facts known the points are settled, and both ends are one: the rule is gone through once.
  return {
    low,
    high:
      open === null
        ? high
        : `case when ${open} then ${high} else ${itemRange(scope, item.id).low} end`,
  };
}

/** Both ends of an item with what an expert has chosen or somebody outside has given, each by itself. */
export function itemEnds(item: ScoreItem, scope: PackScope): RangeSql {
  const expert = item.expertInput === null ? null : inputColumn(scope.pack, item.expertInput);
  return {
    low: endSql(item, scope, expert, "low"),
    high: endSql(item, scope, expert, "high"),
  };
}

/** Both ends as the rule says, whatever an expert has chosen. */
export function ruleEnds(rule: ItemRule, maximum: Decimal, scope: PackScope): RangeSql {
  const [low = "", high = ""] = (["low", "high"] as const).map((end) =>
    ruleSql(rule, maximum, scope, { end, pointsAt: asRuled }),
  );
  return { low, high };
}

/** Whether a fact of the rule is unknown; null for rules whose points are a range even when all is known. */
function openWhen(rule: ItemRule, scope: PackScope): string | null {
  if (!isSettled(rule)) return null;
  const inputs = inputsOfRule(rule).map((input) => inputColumn(scope.pack, input));
  const columns = [...new Set([...inputs, ...titlesOfRule(rule).map(titleColumn)])];
  if (columns.length === 1) return `${columns[0] ?? ""} is null`;
  return columns.length === 0 ? null : `num_nulls(${columns.join(", ")}) > 0`;
}

function isSettled(rule: ItemRule): boolean {
  const isPoint = ({ low, high }: PointRange) => compareDecimals(low, high) === 0;
  switch (rule.kind) {
    case "bands":
      return rule.bands.every((band) => isPoint(band.points));
    case "best_of":
      return rule.of.every(isSettled);
    case "levels":
      return (
        isPoint(rule.otherwise) &&
        rule.levels.every((level) => isPoint(level.points) && isOfFacts(level.when))
      );
    case "count":
      return true;
    default:
      return false;
  }
}

/** Only of facts and titles, which are columns of the sheet, and of no score. */
function isOfFacts(condition: Condition): boolean {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.every(isOfFacts);
    case "not":
      return isOfFacts(condition.of);
    default:
      return ["compare", "equals", "title"].includes(condition.kind);
  }
}

function endSql(item: ScoreItem, scope: PackScope, expert: string | null, end: End): string {
  const ruled = capSql(ruleSql(item.rule, item.maximum, scope, { end, pointsAt: asRuled }), item);
  if (expert === null) return ruled;
  return `(case when ${expert} is null then ${ruled} else ${capSql(chosenSql(item, scope, expert, end), item)} end)`;
}

/** A cap is only written where it can bite: most rules cannot exceed the maximum of their item. */
function capSql(points: string, { rule, maximum }: ScoreItem): string {
  return rule.kind === "count" ? `least(${points}, ${figure(maximum)})` : points;
}

/** The expert's figure is held within each range that is possible. */
function chosenSql(item: ScoreItem, scope: PackScope, expert: string, end: End): string {
  const { rule, maximum } = item;
  if (rule.kind === "bands" || rule.kind === "levels") {
    const clamped: PointsAt = (range) =>
      compareDecimals(range.low, range.high) === 0
        ? figure(range.low)
        : `least(greatest(${expert}, ${figure(range.low)}), ${figure(range.high)})`;
    return ruleSql(rule, maximum, scope, { end, pointsAt: clamped });
  }
  const { low, high } = ruleEnds(rule, maximum, scope);
  return `greatest(${low}, least(${expert}, ${high}))`;
}

interface Asked {
  readonly end: End;
  readonly pointsAt: PointsAt;
}

function ruleSql(rule: ItemRule, maximum: Decimal, scope: PackScope, asked: Asked): string {
  switch (rule.kind) {
    case "bands":
      return bandsSql(rule, scope, asked);
    case "levels":
      return levelsSql(rule, scope, asked);
    case "count": {
      const counts = asked.end === "low" ? "is true" : "is not false";
      const each = figure(rule.each);
      return `(${rule.inputs.map((input) => `case when ${inputColumn(scope.pack, input)} ${counts} then ${each} else 0 end`).join(" + ")})`;
    }
    case "best_of":
      return `greatest(${rule.of.map((one) => bandsSql(one, scope, asked)).join(", ")})`;
    case "given": {
      const given = inputColumn(scope.pack, rule.input);
      const free = asked.end === "low" ? "0" : figure(maximum);
      return `(case when ${given} is null then ${free} else least(greatest(${given}, 0), ${figure(maximum)}) end)`;
    }
    default:
      return asked.end === "low" ? "0" : figure(maximum);
  }
}

const extreme: Readonly<Record<End, string>> = { low: "least", high: "greatest" };

/** Bands cover every figure once: one comparison each is enough. */
function bandsSql(rule: BandsRule, scope: PackScope, { end, pointsAt }: Asked): string {
  const value = inputColumn(scope.pack, rule.input);
  const { arms, rest } = bandArms(rule);
  const told = arms.map(
    ({ from, points }) => `when ${boundSql(value, from)} then ${pointsAt(points, end)}`,
  );
  const open = `${extreme[end]}(${[...new Set(rule.bands.map((band) => pointsAt(band.points, end)))].join(", ")})`;
  return `(case ${told.join(" ")} when ${value} is null then ${open} else ${pointsAt(rest, end)} end)`;
}

interface BandArms {
  readonly arms: readonly { readonly from: Bound; readonly points: PointRange }[];
  /** Of the lowest band, which needs no comparison. */
  readonly rest: PointRange;
}

/** Bands from the greatest edge down. */
export function bandArms(rule: BandsRule): BandArms {
  const bands = [...rule.bands].sort((a, b) => compareLowerEdges(b.from, a.from));
  return {
    arms: bands.flatMap(({ from, points }) => (from === null ? [] : [{ from, points }])),
    rest: bands.at(-1)?.points ?? { low: zero, high: zero },
  };
}

/** No edge lies below every edge; of two at one figure, the one that leaves the figure out lies above. */
function compareLowerEdges(a: Bound | null, b: Bound | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  const order = compareDecimals(a.value, b.value);
  if (order !== 0) return order;
  return Number(a.comparison === "more_than") - Number(b.comparison === "more_than");
}

/**
 * The first level that holds gives the points. From the first level that is not known on, every level not false may be
 * the one, up to the next that surely holds.
 */
function levelsSql(
  rule: Extract<ItemRule, { kind: "levels" }>,
  scope: PackScope,
  { end, pointsAt }: Asked,
): string {
  const whens = rule.levels.map((level) => conditionSql(level.when, scope));
  const points = rule.levels.map((level) => pointsAt(level.points, end));
  const otherwise = pointsAt(rule.otherwise, end);
  const arms = whens.flatMap((when, place) => {
    const possible = whens.slice(place + 1).map((later, offset) => {
      const at = place + 1 + offset;
      const open = whens.slice(place + 1, at).map((one) => `${one} is not true and `);
      return `case when ${open.join("")}${later} is not false then ${points[at] ?? ""} end`;
    });
    const none = whens.slice(place + 1).map((one) => `${one} is not true`);
    const rest =
      none.length === 0 ? otherwise : `case when ${none.join(" and ")} then ${otherwise} end`;
    const hull = `${extreme[end]}(${[points[place], ...possible, rest].join(", ")})`;
    return [`when ${when} then ${points[place] ?? ""}`, `when ${when} is null then ${hull}`];
  });
  return `(case ${arms.join(" ")} else ${otherwise} end)`;
}
