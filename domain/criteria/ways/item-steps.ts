/** The steps up that one scored item offers: how to reach each higher band or level, and what it gains. */
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimal,
  isDecimal,
  maxDecimal,
  minDecimal,
  multiplyDecimals,
  subtractDecimals,
} from "../../../lib/decimal.ts";
import { nothing } from "../judge/range.ts";
import type { Band, BandsRule, ScoreItem } from "../pack.ts";
import { figureStep, fixFact, justWithin } from "./figure-step.ts";
import { type Plan, planOf, type Step } from "./plan.ts";
import type { Search } from "./search.ts";

export interface ItemStep {
  readonly plan: Plan;
  /** Points above what the item surely has now. */
  readonly gain: Decimal;
}

/** `need` is what is still wanting: points given from outside are raised by that much, not to their maximum. */
export function itemSteps(item: ScoreItem, need: Decimal, search: Search): ItemStep[] {
  const has = (search.context.scores.items.get(item.id) ?? nothing).low;
  const reach = (steps: Iterable<Step>, points: Decimal): ItemStep[] => {
    const earned = [...steps].map((step) => ({ ...step, earns: { item: item.id, points } }));
    const gain = subtractDecimals(points, has);
    const helps = earned.length > 0 && gain.digits > 0n;
    return helps ? [{ plan: planOf(earned, search.catalogue), gain }] : [];
  };
  const { rule } = item;
  switch (rule.kind) {
    case "bands":
      return stepsOfBands(rule, reach, search);
    case "best_of":
      return rule.of.flatMap((one) => stepsOfBands(one, reach, search));
    case "levels":
      return rule.levels.flatMap((level) =>
        search
          .fix(level.when, search)
          .slice(0, 1)
          .flatMap((plan) => reach(plan.steps.values(), level.points.low)),
      );
    case "count":
      return stepsOfCount(
        rule.inputs,
        (steps, done) =>
          reach(steps, minDecimal(item.maximum, multiplyDecimals(rule.each, decimal(done)))),
        search,
      );
    case "given":
      return stepsOfGiven(
        rule.input,
        minDecimal(item.maximum, addDecimals(has, maxDecimal(need, decimal(0)))),
        reach,
        search,
      );
    default:
      return [];
  }
}

type Reach = (steps: Iterable<Step>, points: Decimal) => ItemStep[];

function stepsOfBands(rule: BandsRule, reach: Reach, search: Search): ItemStep[] {
  const indicator = search.catalogue.indicators.get(rule.input);
  const known = search.context.inputs.values.get(rule.input);
  const from = isDecimal(known) ? known : undefined;
  if (indicator === undefined) return [];
  return rule.bands.flatMap((band) => {
    const edge = nearestEdge(band, from, indicator.better === "lower");
    const step = edge && figureStep(indicator, from, justWithin(edge, indicator));
    return step ? reach([step], band.points.low) : [];
  });
}

function nearestEdge(band: Band, from: Decimal | undefined, lowerIsBetter: boolean): Band["from"] {
  if (from === undefined) return lowerIsBetter ? band.to : band.from;
  if (band.from !== null && compareDecimals(from, band.from.value) <= 0) return band.from;
  return band.to;
}

/** One more fact, two more, and so on, the nearest first. */
function stepsOfCount(
  inputs: readonly string[],
  reach: (steps: readonly Step[], done: number) => ItemStep[],
  search: Search,
): ItemStep[] {
  const done = inputs.filter((input) => search.context.inputs.values.get(input) === true).length;
  const open = inputs
    .filter((input) => search.context.inputs.values.get(input) !== true)
    .flatMap((input) => fixFact(input, true, search))
    .sort((a, b) => a.cost - b.cost)
    .map((plan) => [...plan.steps.values()]);
  return open.flatMap((_, index) => reach(open.slice(0, index + 1).flat(), done + index + 1));
}

function stepsOfGiven(input: string, points: Decimal, reach: Reach, search: Search): ItemStep[] {
  const indicator = search.catalogue.indicators.get(input);
  const known = search.context.inputs.values.get(input);
  const step = indicator && figureStep(indicator, isDecimal(known) ? known : undefined, points);
  return step === undefined ? [] : reach([step], points);
}
