/**
 * Rules as SQL expressions over one row `m` of the measures. Numbers and names come from checked rules; every text is
 * quoted. Unknown is null throughout: SQL's own three-valued logic decides what a missing measure decides.
 */
import { escapeLiteral } from "pg";

import type {
  Comparison,
  ExpectedFact,
  LabelCondition,
  LabelRule,
  NumberMeasure,
} from "./portrait-rules.ts";

export const quote = (text: string): string => escapeLiteral(text);

/** Share of a part's weight for a value: straight lines between the points, level outside; null for null. */
export function shareExpression(
  value: string,
  points: readonly (readonly [number, number])[],
): string {
  const steps = points.map(([x, y], place) => {
    const [x0, y0] = points[place - 1] ?? [x, y];
    const line = x === x0 ? String(y) : `${y0} + (${value} - ${x0}) * ${(y - y0) / (x - x0)}`;
    return `when ${value} <= ${x} then ${line}`;
  });
  return `case when ${value} is null then null ${steps.join(" ")} else ${points.at(-1)?.[1] ?? 0} end`;
}

const operators: Readonly<Record<Comparison, string>> = {
  atLeast: ">=",
  atMost: "<=",
  above: ">",
  below: "<",
};

function conditionExpression([measure, comparison, value]: LabelCondition): string {
  if (comparison === "is") return value ? `m.${measure}` : `not m.${measure}`;
  return `m.${measure} ${operators[comparison]} ${String(value)}`;
}

/** True, false, or null for undecided. */
export function verdictExpression(rule: LabelRule): string {
  return `(${rule.all.map(conditionExpression).join(" and ")})`;
}

/** Whether the label is asked of this kind of enterprise at all; never null. */
export function appliesExpression({ appliesTo }: LabelRule): string {
  if (appliesTo === "ALL") return "true";
  return appliesTo === "LIBRARY" ? "m.in_library" : "(m.kind = 'COMPANY')";
}

/** A template with `{name}` places as a concatenation; `placeOf` gives the text expression of a name. */
export function templateExpression(template: string, placeOf: (name: string) => string): string {
  return template
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== "")
    .map((piece) => (/^\{\w+\}$/.test(piece) ? placeOf(piece.slice(1, -1)) : quote(piece)))
    .join(" || ");
}

/** One decimal at most, no trailing zero. */
export const figureText = (value: string): string =>
  `coalesce(trim_scale(round(${value}, 1))::text, '')`;

export function reasonExpression(rule: LabelRule): string {
  return templateExpression(rule.reason, (name) =>
    name.endsWith("_name") ? `coalesce(m.${name}, '')` : figureText(`m.${name}`),
  );
}

/** The figures a label was decided by, as JSON. */
export function evidenceExpression(rule: LabelRule): string {
  const pairs = rule.all.map(([measure]) => `${quote(measure)}, m.${measure}`);
  return `jsonb_build_object(${[...new Set(pairs)].join(", ")})`;
}

const presence: Readonly<Record<ExpectedFact, string>> = {
  industry: "m.section is not null",
  town: "m.town_code is not null",
  capital: "m.has_capital",
  contact: "m.has_contact",
  legal_representative: "m.has_representative",
  size_class: "m.size_class is not null",
  financials: "m.latest_year is not null",
  rd: "m.rd_expense_wan is not null",
  employment: "m.insured is not null",
  tax: "m.has_tax",
};

/** Share of the expected facts that are there, 0 to 1. */
export function presentShare(facts: readonly ExpectedFact[]): string {
  const sum = facts.map((fact) => `(${presence[fact]})::int`).join(" + ");
  return `round((${sum})::numeric / ${facts.length}, 4)`;
}

/** `parts` whose measure is known, as a sum of their weights. */
export function knownWeight(parts: readonly { measure: NumberMeasure; weight: number }[]): string {
  return parts
    .map(({ measure, weight }) => `case when m.${measure} is null then 0 else ${weight} end`)
    .join(" + ");
}
