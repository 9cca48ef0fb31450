/** The day indicators are taken on, as the fact queries need it: `y1` is the last complete fiscal year before it. */
import { escapeLiteral } from "pg";

export interface IndicatorPeriod {
  /** SQL of the day, a `date`. */
  readonly day: string;
  /** Year of the day itself. */
  readonly year: number;
  readonly y1: number;
  readonly y2: number;
  readonly y3: number;
  /** `and credit_code = any (…)`, or nothing for all enterprises. */
  readonly only: string;
}

/** @param asOf `YYYY-MM-DD`. @param codes null for all enterprises. */
export function indicatorPeriod(asOf: string, codes: readonly string[] | null): IndicatorPeriod {
  const year = Number(asOf.slice(0, 4));
  const list =
    codes === null ? "" : `{${codes.map((code) => `"${code.replace(/["\\]/g, "")}"`).join(",")}}`;
  return {
    day: `${escapeLiteral(asOf)}::date`,
    year,
    y1: year - 1,
    y2: year - 2,
    y3: year - 3,
    only: codes === null ? "" : ` and credit_code = any (${escapeLiteral(list)}::text[])`,
  };
}

/** An event date within the last `years` years: after the same day then, not after the day itself. */
export function within(column: string, years: number, { day }: IndicatorPeriod): string {
  return `(${column} > (${day} - interval '${years} years')::date and ${column} <= ${day})`;
}

/** A quotient exact far beyond any threshold: 30 decimal places; null for a missing or zero denominator. */
export function ratio(numerator: string, denominator: string): string {
  return `(round((${numerator})::numeric, 30) / nullif(${denominator}, 0))`;
}

export const percent = (numerator: string, denominator: string): string =>
  ratio(`100 * (${numerator})`, denominator);
