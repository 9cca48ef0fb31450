/** What conditions and rules of items read of an enterprise: indicators, and titles as `title:` and their name. */
import type { Condition } from "./condition.ts";
import type { ItemRule } from "./pack.ts";

export const titlePrefix = "title:";

/** Every input a condition on facts reads. */
export function inputsOfCondition(condition: Condition): string[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap(inputsOfCondition);
    case "not":
      return inputsOfCondition(condition.of);
    case "compare":
    case "equals":
      return [condition.input];
    case "title":
      return [titlePrefix + condition.title];
    default:
      return [];
  }
}

/** Inputs of a rule but for what an expert decides. */
export function inputsOfRule(rule: ItemRule): string[] {
  switch (rule.kind) {
    case "bands":
    case "given":
      return [rule.input];
    case "best_of":
      return rule.of.map((one) => one.input);
    case "count":
      return [...rule.inputs];
    case "levels":
      return rule.levels.flatMap((level) => inputsOfCondition(level.when));
    default:
      return [];
  }
}
