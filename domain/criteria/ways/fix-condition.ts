/** How a condition that does not hold could be made to hold: a few plans, nearest first; none when nothing helps. */
import { type Decimal, isDecimal } from "../../../lib/decimal.ts";
import type { Indicator } from "../catalogue.ts";
import type { Bound, Condition } from "../condition.ts";
import { holdsTitle } from "../inputs.ts";
import { meetsBound } from "../judge/range.ts";
import { truthOf } from "../judge/truth-of.ts";
import { figureStep, fixFact, justWithin } from "./figure-step.ts";
import { fixScore } from "./fix-score.ts";
import { inputsKey, mergePlans, nothingToDo, type Plan, planOf, type Step } from "./plan.ts";
import type { Search } from "./search.ts";

/** Plans kept at each turn: more widens the search at every `all` of the condition. */
const width = 4;

/** The cheapest few, one for each set of inputs: a step to 30 % beside one to 10 % tells nothing new. */
export function nearestPlans(plans: readonly Plan[]): Plan[] {
  const kept = new Map<string, Plan>();
  for (const plan of [...plans].sort((a, b) => a.cost - b.cost)) {
    const key = inputsKey(plan);
    if (!kept.has(key)) kept.set(key, plan);
    if (kept.size === width) break;
  }
  return [...kept.values()];
}

export function fixCondition(condition: Condition, search: Search): Plan[] {
  if (truthOf(condition, search.context) === true) return [nothingToDo];
  switch (condition.kind) {
    case "all":
      return fixAll(condition.of, search);
    case "any":
      return nearestPlans(condition.of.flatMap((one) => fixCondition(one, search)));
    case "not":
      return fixNot(condition.of, search);
    case "compare":
      return fixFigure(condition.input, condition.bounds, search);
    case "equals":
      return condition.values.flatMap((value) => fixFact(condition.input, value, search));
    case "title":
      return [planOf([titleStep(condition.title, search)], search.catalogue)];
    case "score":
      return nearestPlans(fixScore(condition.scope, condition.bounds, search));
    case "category_minimums":
      return fixAll(minimumsOf(search), search);
    default:
      return nearestPlans(
        search.context.pack.directPasses.flatMap((one) => fixCondition(one.condition, search)),
      );
  }
}

function titleStep(title: string, search: Search): Step {
  const from = holdsTitle(search.context.inputs, title) === undefined ? undefined : false;
  return { input: "titles", from, to: title };
}

export function fixAll(conditions: readonly Condition[], search: Search): Plan[] {
  let plans: Plan[] = [nothingToDo];
  for (const condition of conditions) {
    const fixes = fixCondition(condition, search);
    plans = nearestPlans(
      plans.flatMap((plan) =>
        fixes.flatMap((fix) => mergePlans(plan, fix, search.catalogue) ?? []),
      ),
    );
  }
  return plans;
}

function minimumsOf(search: Search): Condition[] {
  return search.context.pack.categories.flatMap(({ name, minimum }) =>
    minimum === null
      ? []
      : [{ kind: "score", scope: { kind: "category", name }, bounds: [minimum] } as const],
  );
}

/** Only a yes/no fact can be turned round; to lose a title or to do worse is no way to pass. */
function fixNot(condition: Condition, search: Search): Plan[] {
  if (condition.kind !== "equals") return [];
  const [value] = condition.values;
  return typeof value === "boolean" ? fixFact(condition.input, !value, search) : [];
}

function fixFigure(input: string, bounds: readonly Bound[], search: Search): Plan[] {
  const indicator = search.catalogue.indicators.get(input);
  const from = search.context.inputs.values.get(input);
  const value = isDecimal(from) ? from : undefined;
  const to = indicator && targetOf(indicator, value, bounds);
  const step = indicator && to && figureStep(indicator, value, to);
  return step === undefined ? [] : [planOf([step], search.catalogue)];
}

/** The nearest figure within the bounds, on the side the indicator is good on when nothing is known. */
function targetOf(
  indicator: Indicator,
  value: Decimal | undefined,
  bounds: readonly Bound[],
): Decimal | undefined {
  const rising = bounds.find(
    (one) => one.comparison.endsWith("least") || one.comparison === "more_than",
  );
  const falling = bounds.find((one) => one !== rising);
  if (indicator.better === "rank") return falling && justWithin(falling, indicator);
  const broken =
    value === undefined
      ? indicator.better === "lower"
        ? (falling ?? rising)
        : (rising ?? falling)
      : bounds.find((one) => !meetsBound(value, one));
  return broken && justWithin(broken, indicator);
}
