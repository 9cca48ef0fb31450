/** What the search for ways has in hand. */
import type { Catalogue } from "../catalogue.ts";
import type { Condition } from "../condition.ts";
import type { PackContext } from "../judge/context.ts";
import type { Plan } from "./plan.ts";

export interface Search {
  readonly context: PackContext;
  readonly catalogue: Catalogue;
  /** `fixCondition`, handed on because scores hold conditions and conditions hold scores. */
  readonly fix: (condition: Condition, search: Search) => Plan[];
}
