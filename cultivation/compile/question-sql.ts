/** A screening's question as one boolean expression over the sheet `s`; null is unknown, as SQL's own tables have it. */
import type { Question } from "../../domain/screening/question.ts";
import { conjunction, disjunction, figure, quoteName, quoteText } from "./sql-text.ts";

const operators = { ">=": ">=", ">": ">", "<=": "<=", "<": "<", "==": "=", "!=": "<>" } as const;

export function questionSql(question: Question): string {
  switch (question.kind) {
    case "all":
      return conjunction(question.of.map(questionSql));
    case "any":
      return disjunction(question.of.map(questionSql));
    case "not":
      return `(not ${questionSql(question.of)})`;
    case "choose": {
      const { when, then, otherwise } = question;
      return `(case ${questionSql(when)} when true then ${questionSql(then)} when false then ${questionSql(otherwise)} end)`;
    }
    case "number":
      return `(${column(question.column)} ${operators[question.op]} ${figure(question.value)})`;
    case "truth":
      return column(question.column);
    case "digits":
      return `(substring(${column(question.column)} from '[0-9]+') ~ ${quoteText(`^(${question.prefixes.join("|")})`)})`;
    case "words":
      return `(${column(question.column)} in (${question.words.map(quoteText).join(", ")}))`;
    case "constant":
      return String(question.value);
    default:
      return "null::boolean";
  }
}

const column = (name: string) => `s.${quoteName(name)}`;
