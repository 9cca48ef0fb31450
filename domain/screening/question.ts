/**
 * What a screening asks of the sheet of indicators: a condition tree after every metric has found its column. Whatever
 * cannot be answered from registers stands as `open`, unknown for everyone, so that it is never counted as met or failed.
 */
import type { Decimal } from "../../lib/decimal.ts";
import type { Comparison } from "./condition.ts";

export type Question =
  | { readonly kind: "all" | "any"; readonly of: readonly Question[] }
  | { readonly kind: "not"; readonly of: Question }
  /** Unknown while it is unknown whether `when` holds. */
  | {
      readonly kind: "choose";
      readonly when: Question;
      readonly then: Question;
      readonly otherwise: Question;
    }
  | NumberQuestion
  /** The column, a truth value, is true. */
  | { readonly kind: "truth"; readonly column: string }
  /** The first run of digits in the column begins with one of these. */
  | { readonly kind: "digits"; readonly column: string; readonly prefixes: readonly string[] }
  /** The column is one of these words. */
  | { readonly kind: "words"; readonly column: string; readonly words: readonly string[] }
  | { readonly kind: "constant"; readonly value: boolean }
  | { readonly kind: "open" };

export interface NumberQuestion {
  readonly kind: "number";
  readonly column: string;
  readonly op: Comparison;
  readonly value: Decimal;
}

/** Column types of the sheet. */
export type ColumnType = "numeric" | "boolean" | "text";

/** Every column a question reads, with its type, each once. */
export function columnsOf(question: Question): ReadonlyMap<string, ColumnType> {
  const found = new Map<string, ColumnType>();
  collect(question, found);
  return found;
}

function collect(question: Question, found: Map<string, ColumnType>): void {
  switch (question.kind) {
    case "all":
    case "any":
      for (const part of question.of) collect(part, found);
      return;
    case "not":
      return collect(question.of, found);
    case "choose":
      for (const part of [question.when, question.then, question.otherwise]) collect(part, found);
      return;
    case "number":
      return void found.set(question.column, "numeric");
    case "truth":
      return void found.set(question.column, "boolean");
    case "digits":
    case "words":
      return void found.set(question.column, "text");
    default:
  }
}
