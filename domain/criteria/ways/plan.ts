/** A set of changes to what is known of an enterprise, and how far off it is: the coin the search for ways pays in. */
import { compareDecimals, type Decimal, decimalToNumber, isDecimal } from "../../../lib/decimal.ts";
import type { Catalogue, Indicator } from "../catalogue.ts";
import { type Inputs, textOf, type Value } from "../inputs.ts";

export interface Step {
  /** An indicator, or `titles` for gaining one. */
  readonly input: string;
  /** Undefined when nothing is known of it now; false for a title that is not held. */
  readonly from: Value | undefined;
  readonly to: Value;
  /** The item it earns points on, and what the item then has. */
  readonly earns?: { readonly item: string; readonly points: Decimal };
}

export interface Plan {
  /** At most one step for each input; titles are told apart by their id. */
  readonly steps: ReadonlyMap<string, Step>;
  /** For ordering only: less is nearer. */
  readonly cost: number;
}

export const nothingToDo: Plan = { steps: new Map(), cost: 0 };

function keyOf(step: Step): string {
  return step.input === "titles" ? `titles:${textOf(step.to)}` : step.input;
}

/** Tells plans apart by what they touch, not by how far. */
export function inputsKey(plan: Plan): string {
  return [...plan.steps.keys()].sort().join();
}

export function planOf(steps: readonly Step[], catalogue: Catalogue): Plan {
  const byKey = new Map(steps.map((step) => [keyOf(step), step]));
  return {
    steps: byKey,
    cost: [...byKey.values()].reduce((sum, one) => sum + costOf(one, catalogue), 0),
  };
}

/** Both plans together, the more demanding step where both touch an input; undefined when they contradict. */
export function mergePlans(a: Plan, b: Plan, catalogue: Catalogue): Plan | undefined {
  if (a.steps.size === 0) return b;
  if (b.steps.size === 0) return a;
  const steps = new Map(a.steps);
  for (const [key, step] of b.steps) {
    const other = steps.get(key);
    const kept = other === undefined ? step : moreDemanding(other, step, catalogue);
    if (kept === undefined) return undefined;
    steps.set(key, kept);
  }
  return planOf([...steps.values()], catalogue);
}

function moreDemanding(a: Step, b: Step, catalogue: Catalogue): Step | undefined {
  if (!isDecimal(a.to) || !isDecimal(b.to)) return a.to === b.to ? withEarnings(a, b) : undefined;
  const order = compareDecimals(a.to, b.to);
  if (order === 0) return withEarnings(a, b);
  const better = catalogue.indicators.get(a.input)?.better;
  if (better === "higher") return order > 0 ? a : b;
  if (better === "lower" || better === "rank") return order < 0 ? a : b;
  return undefined;
}

function withEarnings(a: Step, b: Step): Step {
  return a.earns === undefined ? b : a;
}

/** What would be known after the changes. */
export function applyPlan(plan: Plan, inputs: Inputs): Inputs {
  const values = new Map(inputs.values);
  const titles = new Set(inputs.titles);
  const unknownTitles = new Set(inputs.unknownTitles);
  let titlesKnown = inputs.titles !== undefined;
  for (const { input, to } of plan.steps.values()) {
    if (input === "titles" && typeof to === "string") {
      titles.add(to);
      unknownTitles.delete(to);
      titlesKnown = true;
    } else values.set(input, to);
  }
  return { values, titles: titlesKnown ? titles : undefined, unknownTitles };
}

/** Each change costs something besides its size, so that one larger change goes before three small ones. */
const perChange = 0.25;
const costOfKind = { title: 1, yesNo: 0.6, count: 0.3, rankFromNone: 1.5, unknown: 0.4 };

function costOf(step: Step, catalogue: Catalogue): number {
  const indicator = catalogue.indicators.get(step.input);
  if (step.input === "titles") {
    const effort = catalogue.titles.get(textOf(step.to))?.effort ?? 1;
    return perChange + costOfKind.title * effort;
  }
  const unknown = step.from === undefined ? costOfKind.unknown : 0;
  return perChange + unknown + sizeOf(step, indicator) * (indicator?.effort ?? 1);
}

/** Figures by the share they have to move; counts by their number, since one patent is one patent. */
function sizeOf(step: Step, indicator: Indicator | undefined): number {
  if (!isDecimal(step.to)) return costOfKind.yesNo;
  const to = decimalToNumber(step.to);
  const from = isDecimal(step.from) ? decimalToNumber(step.from) : 0;
  if (indicator?.better === "rank" && from === 0) return costOfKind.rankFromNone;
  if (indicator?.type === "integer") return costOfKind.count * Math.abs(to - from);
  return Math.abs(to - from) / Math.max(Math.abs(to), Math.abs(from), 1);
}
