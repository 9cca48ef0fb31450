/** How a score could be raised to its threshold: the cheapest choice of one step on each of some items. */
import {
  type Decimal,
  decimalToNumber,
  isDecimal,
  subtractDecimals,
} from "../../../lib/decimal.ts";
import type { Bound, ScoreScope } from "../condition.ts";
import { rangeOf } from "../judge/truth-of.ts";
import { figureStep, justWithin } from "./figure-step.ts";
import { type ItemStep, itemSteps } from "./item-steps.ts";
import { mergePlans, nothingToDo, type Plan, planOf } from "./plan.ts";
import type { Search } from "./search.ts";

/** A choice of steps, as a list that shares its tail with others: thousands are tried, few are built. */
interface Choice {
  readonly gain: number;
  readonly cost: number;
  readonly step: ItemStep | undefined;
  readonly rest: Choice | undefined;
}

export function fixScore(scope: ScoreScope, bounds: readonly Bound[], search: Search): Plan[] {
  const { pack, scores } = search.context;
  const bound = bounds.find(
    (one) => one.comparison === "at_least" || one.comparison === "more_than",
  );
  if (bound === undefined) return [];
  if (scope.kind === "total" && pack.totalInput !== null)
    return raiseTotal(pack.totalInput, bound, search);
  const need = subtractDecimals(bound.value, rangeOf(scope, scores).low);
  const offers = pack.items
    .filter(
      (item) =>
        scope.kind === "total" ||
        (scope.kind === "category" ? item.category === scope.name : item.id === scope.id),
    )
    .map((item) => itemSteps(item, need, search));
  return cheapest(offers, need, bound.comparison === "more_than").flatMap(
    (choice) => build(choice, search) ?? [],
  );
}

function raiseTotal(input: string, bound: Bound, search: Search): Plan[] {
  const indicator = search.catalogue.indicators.get(input);
  const known = search.context.inputs.values.get(input);
  const step =
    indicator &&
    figureStep(indicator, isDecimal(known) ? known : undefined, justWithin(bound, indicator));
  return step === undefined ? [] : [planOf([step], search.catalogue)];
}

/** Keeps the cheapest choice for each sum of points: items by their steps, as in a knapsack. */
function cheapest(
  offers: readonly (readonly ItemStep[])[],
  need: Decimal,
  strict: boolean,
): Choice[] {
  const wanted = decimalToNumber(need);
  const isEnough = (gain: number): boolean => (strict ? gain > wanted : gain >= wanted);
  const enough: Choice[] = [];
  let open = new Map<number, Choice>([[0, { gain: 0, cost: 0, step: undefined, rest: undefined }]]);
  for (const steps of offers) {
    const next = new Map(open);
    for (const rest of open.values()) {
      for (const step of steps) {
        const choice: Choice = {
          gain: rest.gain + decimalToNumber(step.gain),
          cost: rest.cost + step.plan.cost,
          step,
          rest,
        };
        if (isEnough(choice.gain)) enough.push(choice);
        else if (choice.cost < (next.get(choice.gain)?.cost ?? Number.POSITIVE_INFINITY)) {
          next.set(choice.gain, choice);
        }
      }
    }
    open = next;
  }
  return enough.sort((a, b) => a.cost - b.cost).slice(0, 4);
}

function build(choice: Choice, search: Search): Plan | undefined {
  let plan: Plan | undefined = nothingToDo;
  for (let at: Choice | undefined = choice; at !== undefined && plan; at = at.rest) {
    if (at.step !== undefined) plan = mergePlans(plan, at.step.plan, search.catalogue);
  }
  return plan;
}
