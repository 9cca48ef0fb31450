/** Which missing inputs leave a condition or an item undecided: what has to be found out, and nothing besides. */
import type { Condition, ScoreScope } from "../condition.ts";
import { holdsTitle, type Inputs } from "../inputs.ts";
import { inputsOfCondition, inputsOfRule, titlePrefix } from "../inputs-read.ts";
import type { ScoreItem } from "../pack.ts";
import type { PackContext } from "./context.ts";
import { isSettled, nothing } from "./range.ts";
import { truthOf } from "./truth-of.ts";

/** Stands for the titles of an enterprise, which are one input though not an indicator. */
export const titlesInput = "titles";

export function missingOf(condition: Condition, context: PackContext): string[] {
  if (truthOf(condition, context) !== "unknown") return [];
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap((one) => missingOf(one, context));
    case "not":
      return missingOf(condition.of, context);
    case "score":
      return missingOfScope(condition.scope, context);
    case "category_minimums":
      return context.pack.categories.flatMap(({ name }) =>
        missingOfScope({ kind: "category", name }, context),
      );
    case "direct_pass":
      return context.pack.directPasses.flatMap((one) => missingOf(one.condition, context));
    default:
      return inputsOfCondition(condition).map(told);
  }
}

function missingOfScope(scope: ScoreScope, context: PackContext): string[] {
  if (scope.kind === "total" && context.pack.totalInput !== null) return [context.pack.totalInput];
  return context.pack.items
    .filter(
      (item) =>
        scope.kind === "total" ||
        (scope.kind === "category" ? item.category === scope.name : item.id === scope.id),
    )
    .flatMap((item) => missingOfItem(item, context));
}

/** Nothing for an item whose points are settled, or are a range only because an expert chooses. */
export function missingOfItem(item: ScoreItem, context: PackContext): string[] {
  if (isSettled(context.scores.items.get(item.id) ?? nothing)) return [];
  const asked = [
    ...inputsOfRule(item.rule),
    ...(item.expertInput === null ? [] : [item.expertInput]),
  ];
  return asked.filter((input) => isMissing(input, context.inputs)).map(told);
}

/** @param input an indicator, `title:` and a title, or `titles` for any of them. */
export function isMissing(input: string, inputs: Inputs): boolean {
  if (input === titlesInput)
    return inputs.titles === undefined || Boolean(inputs.unknownTitles?.size);
  if (input.startsWith(titlePrefix))
    return holdsTitle(inputs, input.slice(titlePrefix.length)) === undefined;
  return !inputs.values.has(input);
}

function told(input: string): string {
  return input.startsWith(titlePrefix) ? titlesInput : input;
}
