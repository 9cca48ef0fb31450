/**
 * Several screenings as one statement over a sheet: every question is a column of one scan, and what holds becomes rows.
 * The set-based twin of domain/screening/answer-question.ts; only what is true is a match.
 */
import type { Figure } from "../../domain/screening/figures-of.ts";
import type { Question } from "../../domain/screening/question.ts";
import { questionSql } from "./question-sql.ts";
import { quoteName, quoteText } from "./sql-text.ts";

export interface AskedScreening {
  readonly id: string;
  readonly version: number;
  readonly question: Question;
  readonly figures: readonly Figure[];
}

/** Figures an alert shows. */
const mostFigures = 3;

/** @param sheet a query. `credit_code, town_code, zone_code, screening_id, version, figures`, a row for each match. */
export function matchRows(screenings: readonly AskedScreening[], sheet: string): string {
  const rows = screenings.map(
    ({ id, version, figures }, place) =>
      `select s.credit_code, s.town_code, s.zone_code, ${quoteText(id)}::text as screening_id, ${version} as version, ${figuresColumn(figures)} as figures
      from asked s where s.m${place}`,
  );
  return `with asked as materialized (${answers(screenings, sheet)}) ${rows.join(" union all ")}`;
}

/** The sheet with one truth column `m0`, `m1` … for each screening. */
export function answers(screenings: readonly Pick<AskedScreening, "question">[], sheet: string) {
  const columns = screenings.map(({ question }, place) => `${questionSql(question)} as m${place}`);
  return `select ${["s.*", ...columns].join(", ")} from (${sheet}) s`;
}

/** An expression over the sheet `s`: the figures that are true of its row. */
export function figuresColumn(figures: readonly Figure[]): string {
  const objects = figures.slice(0, 20).map((one) => {
    const told = JSON.stringify({
      metric: one.metric,
      name: one.nameZh,
      unit: one.unit,
      period: one.period,
      asked: one.asked,
    });
    return `case when ${questionSql(one.question)} then ${quoteText(told)}::jsonb || jsonb_build_object('value', ${valueSql(one)}) end`;
  });
  if (objects.length === 0) return "'[]'::jsonb";
  return `(select coalesce(jsonb_agg(f order by n), '[]') from (select f, n from unnest(array[${objects.join(", ")}]) with ordinality as x(f, n)
    where f is not null order by n limit ${mostFigures}) told)`;
}

/** Decimal text, cut to six places for reading. */
function valueSql({ question, answer }: Figure): string {
  switch (question.kind) {
    case "number":
      return `trim_scale(trunc(s.${quoteName(question.column)}, 6))::text`;
    case "digits":
    case "words":
      return `s.${quoteName(question.column)}`;
    default:
      return quoteText(answer);
  }
}
