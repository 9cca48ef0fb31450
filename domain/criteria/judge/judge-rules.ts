/** Judges one enterprise by one pack of rules. */
import { decimalToNumber } from "../../../lib/decimal.ts";
import type { Inputs } from "../inputs.ts";
import type { Exclusion, Gate, RulePack } from "../pack.ts";
import { allOf, negate, type Truth } from "../truth.ts";
import type { Points, Verdict } from "../verdict.ts";
import type { PackContext } from "./context.ts";
import { degreeOf, meanOf } from "./degree-of.ts";
import { isMissing, missingOf, missingOfItem } from "./missing-of.ts";
import { isSettled, nothing, toPoints } from "./range.ts";
import { hasScore, scorePack } from "./score-pack.ts";
import { truthOf, truthOfFact } from "./truth-of.ts";

export interface Judged {
  readonly verdict: Omit<Verdict, "waysToPass">;
  /** What the verdict was reached in; the search for ways goes on from here. */
  readonly context: PackContext;
}

interface Findings {
  readonly gates: ReadonlyMap<Gate, Truth>;
  /** True when the exclusion bars. */
  readonly exclusions: ReadonlyMap<Exclusion, Truth>;
}

export function judgeRules(pack: RulePack, inputs: Inputs): Judged {
  const context: PackContext = { pack, inputs, scores: scorePack(pack, inputs) };
  const findings = find(context);
  const verdict = {
    pass: passes(findings),
    ...scoreFigures(context),
    direct_pass: pack.directPasses
      .filter((one) => truthOfFact(one.condition, context) === true)
      .map((one) => one.id),
    excluded_by: [...findings.exclusions]
      .filter(([, bars]) => bars === true)
      .map(([one]) => one.id),
    failed: [...findings.gates].filter(([, met]) => met === false).map(([gate]) => gate.id),
    unknown: unknownInputs(context, findings),
    presumed: presumedInputs(context),
    progress: progressOf(context, findings),
  };
  return { verdict, context };
}

/** Only whether it passes, without the reasons: what the search for ways asks again and again. */
export function passesRules(pack: RulePack, inputs: Inputs): Truth {
  return passes(find({ pack, inputs, scores: scorePack(pack, inputs) }));
}

function find(context: PackContext): Findings {
  const { pack, inputs } = context;
  const gates = pack.gates.map((gate) => {
    const met = truthOf(gate.condition, context);
    return [gate, met === "unknown" && gate.presumed ? true : met] as const;
  });
  const exclusions = pack.exclusions.map((one) => {
    const value = inputs.values.get(one.input);
    const bars: Truth = typeof value === "boolean" ? value : one.presumed ? false : "unknown";
    return [one, bars] as const;
  });
  return { gates: new Map(gates), exclusions: new Map(exclusions) };
}

function passes(findings: Findings): Truth {
  return allOf([
    ...findings.gates.values(),
    ...[...findings.exclusions.values()].map((bars) => negate(bars)),
  ]);
}

function scoreFigures({
  pack,
  scores,
}: PackContext): Pick<Verdict, "total" | "points" | "category" | "ranges"> {
  const points: Record<string, Points> = {};
  const ranges: Record<string, readonly [number, number]> = {};
  for (const item of pack.items) {
    const range = scores.items.get(item.id) ?? nothing;
    points[item.id] = toPoints(range);
    if (!isSettled(range) || isExpertItem(pack, item.id)) {
      ranges[item.id] = [decimalToNumber(range.low), decimalToNumber(range.high)];
    }
  }
  return {
    total: hasScore(pack) ? toPoints(scores.total) : null,
    points,
    category: Object.fromEntries(
      [...scores.categories].map(([name, range]) => [name, toPoints(range)]),
    ),
    ranges,
  };
}

/** An item whose points an expert chooses within a band shows its range even when the band leaves no choice. */
function isExpertItem(pack: RulePack, id: string): boolean {
  return pack.items.some((item) => item.id === id && item.expertInput !== null);
}

function unknownInputs(context: PackContext, findings: Findings): string[] {
  const { pack } = context;
  const missing = [
    ...[...findings.gates]
      .filter(([, met]) => met === "unknown")
      .flatMap(([gate]) => missingOf(gate.condition, context)),
    ...[...findings.exclusions].filter(([, bars]) => bars === "unknown").map(([one]) => one.input),
    ...pack.directPasses.flatMap((one) => missingOf(one.condition, context)),
    ...(pack.totalInput === null || isMissing(pack.totalInput, context.inputs)
      ? pack.items.flatMap((item) => missingOfItem(item, context))
      : []),
  ];
  return [...new Set(missing)];
}

function presumedInputs(context: PackContext): string[] {
  const { pack, inputs } = context;
  const asked = [
    ...pack.gates
      .filter((gate) => gate.presumed)
      .flatMap((gate) => missingOf(gate.condition, context)),
    ...pack.exclusions.filter((one) => one.presumed).map((one) => one.input),
  ];
  return [...new Set(asked)].filter((input) => isMissing(input, inputs));
}

/** See docs/criteria/progress.md: 0 when barred, at most 99 while anything is undecided, else the mean over merits. */
function progressOf(context: PackContext, findings: Findings): number {
  const eligibility = [...findings.gates].filter(([gate]) => gate.role === "eligibility");
  const mayApply = allOf([
    ...eligibility.map(([, met]) => met),
    ...[...findings.exclusions.values()].map((bars) => negate(bars)),
  ]);
  if (mayApply === false) return 0;
  const merits = [...findings.gates]
    .filter(([gate]) => gate.role === "merit")
    .map(([gate, met]) => (met === true ? 100 : degreeOf(gate.condition, context)));
  return Math.min(meanOf(merits), mayApply === true ? 100 : 99);
}
