/** What a pack reads, and at which figures its answer can change: the ground for generated records. */
import type { Decimal } from "../../../lib/decimal.ts";
import type { Bound, Condition } from "../../../domain/criteria/condition.ts";
import type { ItemRule, RulePack } from "../../../domain/criteria/pack.ts";

export interface PackInputs {
  /** Input -> figures it is compared with; empty for facts that are not figures. */
  readonly thresholds: ReadonlyMap<string, readonly Decimal[]>;
  readonly titles: readonly string[];
  /** Inputs that help when higher in one place and when lower in another, such as the revenue of a tier. */
  readonly mixed: ReadonlySet<string>;
}

export function packInputs(pack: RulePack): PackInputs {
  const thresholds = new Map<string, Decimal[]>();
  const sides = new Map<string, Set<string>>();
  const titles = new Set<string>();
  const note = (input: string, bounds: readonly Bound[], oneLeaf = true): void => {
    thresholds.set(input, [...(thresholds.get(input) ?? []), ...bounds.map((one) => one.value)]);
    if (!oneLeaf) return;
    const side = bounds.map((one) =>
      one.comparison.endsWith("least") || one.comparison === "more_than" ? "up" : "down",
    );
    sides.set(input, new Set([...(sides.get(input) ?? []), side.join()]));
  };
  const visit = (condition: Condition): void => {
    switch (condition.kind) {
      case "all":
      case "any":
        condition.of.forEach(visit);
        break;
      case "not":
        visit(condition.of);
        break;
      case "compare":
        note(condition.input, condition.bounds);
        break;
      case "equals":
        note(condition.input, []);
        break;
      case "title":
        titles.add(condition.title);
        break;
      default:
    }
  };
  const visitRule = (rule: ItemRule): void => {
    if (rule.kind === "bands") {
      const edges = rule.bands
        .flatMap((band) => [band.from, band.to])
        .filter((one) => one !== null);
      note(rule.input, edges, false);
    } else if (rule.kind === "best_of") rule.of.forEach(visitRule);
    else if (rule.kind === "levels") rule.levels.forEach((level) => visit(level.when));
    else if (rule.kind === "count") rule.inputs.forEach((input) => note(input, []));
    else if (rule.kind === "given") note(rule.input, [], false);
  };
  for (const gate of pack.gates) visit(gate.condition);
  for (const direct of pack.directPasses) visit(direct.condition);
  for (const exclusion of pack.exclusions) note(exclusion.input, []);
  for (const item of pack.items) {
    visitRule(item.rule);
    if (item.expertInput !== null) note(item.expertInput, [], false);
  }
  if (pack.totalInput !== null) note(pack.totalInput, [], false);
  const mixed = [...sides].filter(([, side]) => side.size > 1 || side.has("up,down"));
  return { thresholds, titles: [...titles], mixed: new Set(mixed.map(([input]) => input)) };
}
