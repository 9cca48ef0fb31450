/** Whether a condition holds, in three values. The twin of the SQL that cultivation/compile writes for it. */
import { isDecimal } from "../../../lib/decimal.ts";
import type { Condition, ScoreScope } from "../condition.ts";
import { holdsTitle } from "../inputs.ts";
import type { PointRange } from "../pack.ts";
import { allOf, anyOf, negate, type Truth } from "../truth.ts";
import type { FactContext, PackContext, Scores } from "./context.ts";
import { meetsBound, nothing, rangeWithin } from "./range.ts";

/** A condition on facts alone; the reader of packs has seen to it that no score is asked for. */
export function truthOfFact(condition: Condition, context: FactContext): Truth {
  const { values } = context.inputs;
  switch (condition.kind) {
    case "all":
      return allOf(condition.of.map((one) => truthOfFact(one, context)));
    case "any":
      return anyOf(condition.of.map((one) => truthOfFact(one, context)));
    case "not":
      return negate(truthOfFact(condition.of, context));
    case "compare": {
      const value = values.get(condition.input);
      if (!isDecimal(value)) return "unknown";
      return condition.bounds.every((bound) => meetsBound(value, bound));
    }
    case "equals": {
      const value = values.get(condition.input);
      return value === undefined || isDecimal(value) ? "unknown" : condition.values.includes(value);
    }
    case "title":
      return holdsTitle(context.inputs, condition.title) ?? "unknown";
    default:
      throw new TypeError(`a condition of kind "${condition.kind}" needs the scores of a pack`);
  }
}

export function truthOf(condition: Condition, context: PackContext): Truth {
  switch (condition.kind) {
    case "all":
      return allOf(condition.of.map((one) => truthOf(one, context)));
    case "any":
      return anyOf(condition.of.map((one) => truthOf(one, context)));
    case "not":
      return negate(truthOf(condition.of, context));
    case "score":
      return rangeWithin(rangeOf(condition.scope, context.scores), condition.bounds);
    case "category_minimums":
      return allOf(
        context.pack.categories.map(({ name, minimum }) =>
          minimum === null
            ? true
            : rangeWithin(context.scores.categories.get(name) ?? nothing, [minimum]),
        ),
      );
    case "direct_pass":
      return anyOf(context.pack.directPasses.map((one) => truthOfFact(one.condition, context)));
    default:
      return truthOfFact(condition, context);
  }
}

export function rangeOf(scope: ScoreScope, scores: Scores): PointRange {
  if (scope.kind === "total") return scores.total;
  const range =
    scope.kind === "category" ? scores.categories.get(scope.name) : scores.items.get(scope.id);
  return range ?? nothing;
}
