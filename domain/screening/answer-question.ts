/** Answers a screening's question for one row of the sheet, in three values: the pure twin of cultivation/compile. */
import { compareDecimals, parseDecimal } from "../../lib/decimal.ts";
import { allOf, anyOf, negate, type Truth } from "../criteria/truth.ts";
import type { NumberQuestion, Question } from "./question.ts";

/** Values by column, figures as decimal text; missing or null is unknown. */
export type SheetRow = Readonly<Record<string, string | boolean | null | undefined>>;

export function answerQuestion(question: Question, row: SheetRow): Truth {
  switch (question.kind) {
    case "all":
      return allOf(question.of.map((part) => answerQuestion(part, row)));
    case "any":
      return anyOf(question.of.map((part) => answerQuestion(part, row)));
    case "not":
      return negate(answerQuestion(question.of, row));
    case "choose": {
      const when = answerQuestion(question.when, row);
      if (when === "unknown") return when;
      return answerQuestion(when ? question.then : question.otherwise, row);
    }
    case "number":
      return answerNumber(question, row[question.column]);
    case "truth": {
      const value = row[question.column];
      return typeof value === "boolean" ? value : "unknown";
    }
    case "digits": {
      const digits = /\d+/.exec(textOf(row[question.column]))?.[0];
      if (digits === undefined) return "unknown";
      return question.prefixes.some((prefix) => digits.startsWith(prefix));
    }
    case "words": {
      const word = row[question.column];
      return typeof word === "string" ? question.words.includes(word) : "unknown";
    }
    case "constant":
      return question.value;
    default:
      return "unknown";
  }
}

const textOf = (value: SheetRow[string]): string => (typeof value === "string" ? value : "");

function answerNumber({ op, value }: NumberQuestion, given: SheetRow[string]): Truth {
  const figure = typeof given === "string" ? parseDecimal(given) : undefined;
  if (figure === undefined) return "unknown";
  const order = compareDecimals(figure, value);
  switch (op) {
    case ">=":
      return order >= 0;
    case ">":
      return order > 0;
    case "<=":
      return order <= 0;
    case "<":
      return order < 0;
    case "==":
      return order === 0;
    default:
      return order !== 0;
  }
}
