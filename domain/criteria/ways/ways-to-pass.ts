/**
 * The nearest ways to pass: sets of changes, each checked by judging again with the changes made. A way that is shown
 * does lead to a pass; that no nearer one exists is not promised (docs/criteria/ways.md).
 */
import {
  type Decimal,
  decimalToNumber,
  isDecimal,
  subtractDecimals,
} from "../../../lib/decimal.ts";
import type { Catalogue } from "../catalogue.ts";
import type { Condition } from "../condition.ts";
import { textOf, type Value } from "../inputs.ts";
import type { PackContext } from "../judge/context.ts";
import { passesRules } from "../judge/judge-rules.ts";
import { truthOf } from "../judge/truth-of.ts";
import { scorePack } from "../judge/score-pack.ts";
import type { Change, Way } from "../verdict.ts";
import { fixAll, fixCondition } from "./fix-condition.ts";
import { applyPlan, inputsKey, mergePlans, type Plan, planOf, type Step } from "./plan.ts";
import type { Search } from "./search.ts";
import { sentenceOf } from "./sentence.ts";

const shown = 3;
/** Fixing one gate can leave another short (a category minimum after the total); a few rounds settle it. */
const rounds = 4;

export function waysToPass(context: PackContext, catalogue: Catalogue): Way[] {
  const found = new Map<string, Plan>();
  const search: Search = { context, catalogue, fix: fixCondition };
  for (const start of fixAll(unmet(context), search)) {
    const plan = complete(start, search);
    if (plan === undefined) continue;
    const key = inputsKey(plan);
    const known = found.get(key);
    if (known === undefined || plan.cost < known.cost) found.set(key, plan);
  }
  return [...found.values()]
    .sort((a, b) => a.cost - b.cost)
    .slice(0, shown)
    .map((plan) => ({
      sentence: sentenceOf(plan, catalogue),
      changes: [...plan.steps.values()].map((step) => toChange(step, catalogue)),
    }));
}

/** What is not met yet: gates, and exclusions that are not clear. What is presumed stands while it is not known. */
function unmet(context: PackContext): Condition[] {
  const clear = context.pack.exclusions.map(({ input, presumed }) => ({
    condition: { kind: "not", of: { kind: "equals", input, values: [true] } } satisfies Condition,
    presumed,
  }));
  return [...context.pack.gates, ...clear]
    .filter(({ condition, presumed }) => {
      const truth = truthOf(condition, context);
      return truth === false || (truth === "unknown" && !presumed);
    })
    .map(({ condition }) => condition);
}

function complete(start: Plan, search: Search): Plan | undefined {
  let plan: Plan | undefined = start;
  for (let round = 0; round < rounds && plan !== undefined; round++) {
    const inputs = applyPlan(plan, search.context.inputs);
    if (passesRules(search.context.pack, inputs) === true) return prune(plan, search);
    const context = { ...search.context, inputs, scores: scorePack(search.context.pack, inputs) };
    const [next] = fixAll(unmet(context), { ...search, context });
    plan = next && next.steps.size > 0 ? extend(plan, next, search) : undefined;
  }
  return undefined;
}

/** The later step wins, but starts from what is known now. */
function extend(plan: Plan, next: Plan, search: Search): Plan | undefined {
  const restarted = [...next.steps].map(([key, step]): Step => {
    const before = plan.steps.get(key);
    return before === undefined ? step : { ...step, from: before.from };
  });
  return mergePlans(plan, planOf(restarted, search.catalogue), search.catalogue);
}

/** Leaves out every step without which it passes as well. */
function prune(plan: Plan, search: Search): Plan {
  let kept = plan;
  for (const step of plan.steps.values()) {
    const fewer = planOf(
      [...kept.steps.values()].filter((one) => one !== step),
      search.catalogue,
    );
    const inputs = applyPlan(fewer, search.context.inputs);
    if (passesRules(search.context.pack, inputs) === true) kept = fewer;
  }
  return kept;
}

function toChange(step: Step, catalogue: Catalogue): Change {
  return {
    input: step.input,
    from: step.from === undefined ? null : toPlain(step.from),
    to: step.input === "titles" ? titleName(step.to, catalogue) : toPlain(step.to),
    by: isDecimal(step.to) && isDecimal(step.from) ? difference(step.to, step.from) : null,
    unit: catalogue.indicators.get(step.input)?.unit ?? null,
    item: step.earns?.item ?? null,
    points: step.earns === undefined ? null : decimalToNumber(step.earns.points),
  };
}

function toPlain(value: Value): number | boolean | string {
  return isDecimal(value) ? decimalToNumber(value) : value;
}

function titleName(value: Value, catalogue: Catalogue): string {
  const id = textOf(value);
  return catalogue.titles.get(id)?.nameZh ?? id;
}

function difference(a: Decimal, b: Decimal): number {
  return decimalToNumber(subtractDecimals(a, b));
}
