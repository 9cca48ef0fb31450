/** What a word of the lexicon does in a clause: the closed set of meanings the grammar knows. */
import type { Comparison } from "../condition.ts";

export type Aggregate = "mean" | "sum" | "cagr" | "growth_mean" | "growth_total";

export type Mark =
  | "head_any"
  | "head_all"
  | "one_of"
  | "refuse"
  | "exempt"
  | "relax"
  | "relax_soft"
  | "soft"
  | "otherwise"
  | "accept"
  | "also"
  | "each_item"
  | "new_applicant"
  | "renewal"
  | "among"
  | "open"
  | "consider";

/** A stretch of years: the last n complete ones, named calendar years, or a named moment. */
export interface Period {
  readonly kind:
    | "span"
    | "previous"
    | "current"
    | "last_and_current"
    | "year_end"
    | "base"
    | "end"
    | "before"
    | "calendar"
    | "since"
    | "moment";
  /** Number of years looked at. */
  readonly years: number;
  /** As the tree shows it when the metric does not fix it. */
  readonly name: string;
  /** "in each of" was part of the wording, as in three years running. */
  readonly each?: boolean;
}

export type Word =
  | { readonly is: "subject"; readonly of: string; readonly per?: string }
  | {
      readonly is:
        | "share"
        | "per"
        | "each"
        | "some-year"
        | "either-year"
        | "both-years"
        | "both-years-back"
        | "respectively"
        | "range"
        | "ranging";
    }
  | { readonly is: "growth"; readonly down: boolean }
  | { readonly is: "aggregate"; readonly kind: Aggregate }
  | { readonly is: "scope"; readonly scope: string }
  | { readonly is: "before"; readonly op: Comparison }
  | { readonly is: "after"; readonly up: boolean; readonly explicit: boolean }
  | { readonly is: "inclusive" | "exclusive" | "exception" | "rank" | "first" }
  | { readonly is: "sign"; readonly op: Comparison; readonly growth: boolean; readonly of?: string }
  | { readonly is: "relative"; readonly line: string }
  | {
      readonly is:
        | "and"
        | "or"
        | "not"
        | "company"
        | "benefit"
        | "benefit-cap"
        | "filler"
        | "boilerplate";
    }
  /** Words known to mean none of the kinds with a name. */
  | { readonly is: "other" }
  | { readonly is: "mark"; readonly mark: Mark }
  | { readonly is: "label"; readonly label: string }
  | { readonly is: "some-of"; readonly count: string }
  | { readonly is: "fact"; readonly fact: string }
  | { readonly is: "hazard"; readonly kind: string }
  | { readonly is: "gravity"; readonly gravity: string }
  | { readonly is: "happening"; readonly happening: string }
  | { readonly is: "award"; readonly level: string }
  | { readonly is: "title"; readonly title: string }
  | { readonly is: "industry"; readonly code: string }
  | { readonly is: "area"; readonly area: string; readonly own: boolean }
  | { readonly is: "market"; readonly market: string }
  | { readonly is: "basis"; readonly basis: string }
  /** A research institution of one of these levels of recognition. */
  | { readonly is: "body"; readonly levels: readonly string[] }
  | { readonly is: "period"; readonly period: Period };

/** A number with its unit, as exact decimal in the unit of its dimension; `dimension` undefined when none was written. */
export interface Quantity {
  readonly is: "quantity";
  readonly value: string;
  readonly dimension: string | undefined;
  /** Places the decimal point was moved for its unit; a range's first number borrows it. */
  readonly shift: number;
}

export type Meaning =
  | Word
  | Quantity
  | { readonly is: "place"; readonly upTo: number }
  | { readonly is: "point"; readonly sign: "comma" | "dun" | "semi" | "stop" | "colon" | "gap" }
  | { readonly is: "open" | "close" }
  | { readonly is: "item"; readonly style: string }
  | { readonly is: "unread" };

export interface Token {
  /** Offsets into the plain text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly meaning: Meaning;
}
