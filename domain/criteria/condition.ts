/**
 * The closed language a rule may be written in. It has no loop, no arithmetic and no code: every condition compiles to
 * one boolean SQL expression over a row of indicators, and a person can read it back (describe-condition.ts).
 */
import type { Decimal } from "../../lib/decimal.ts";

/** `at_least` and `at_most` include the figure, `more_than` and `less_than` do not. */
export type Comparison = "at_least" | "more_than" | "at_most" | "less_than";

export interface Bound {
  readonly comparison: Comparison;
  readonly value: Decimal;
}

/** What a score condition looks at: the total, one category by its name, or one item by its id. */
export type ScoreScope =
  | { readonly kind: "total" }
  | { readonly kind: "category"; readonly name: string }
  | { readonly kind: "item"; readonly id: string };

export type Condition =
  | { readonly kind: "all"; readonly of: readonly Condition[] }
  | { readonly kind: "any"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition }
  /** A figure within one bound, or between two. Unknown when the input is missing. */
  | { readonly kind: "compare"; readonly input: string; readonly bounds: readonly Bound[] }
  /** A yes/no fact or a word of a closed list. Unknown when the input is missing. */
  | {
      readonly kind: "equals";
      readonly input: string;
      readonly values: readonly (boolean | string)[];
    }
  /** A title that is valid on the day of judging. Unknown when the titles of the enterprise are not known. */
  | { readonly kind: "title"; readonly title: string }
  | { readonly kind: "score"; readonly scope: ScoreScope; readonly bounds: readonly Bound[] }
  /** Every category reaches its minimum. */
  | { readonly kind: "category_minimums" }
  /** At least one of the pack's direct passes holds. */
  | { readonly kind: "direct_pass" };
