/** The bound a measure must keep: one or two numbers, a place, a sign, or a distance from a reference line. */
import type { Comparison } from "../condition.ts";
import type { Edge } from "./draft.ts";
import type { Quantity } from "./word.ts";

export interface Bound {
  readonly op: Comparison;
  readonly quantity: Quantity;
  readonly edge: Edge | undefined;
}

export type Limit =
  | { readonly kind: "bounds"; readonly bounds: readonly Bound[] }
  | { readonly kind: "place"; readonly upTo: number; readonly exact: boolean }
  | {
      readonly kind: "sign";
      readonly op: Comparison;
      readonly growth: boolean;
      readonly of: string | undefined;
    }
  | {
      readonly kind: "relative";
      readonly line: string;
      readonly op: Comparison;
      readonly plus: Quantity | undefined;
    };

export interface LimitRead {
  readonly limit: Limit;
  /** Subjects inside the bound, as in "not below 3% of revenue" said the other way round. */
  /** "10 of one currency (or 60 of another) and above": the other bound, either of which is enough. */
  readonly alternative?: Bound | undefined;
  readonly denominators: readonly string[];
  /** Token after the bound. */
  readonly next: number;
  /** No word said which side of the number is meant. */
  readonly bare: boolean;
}
