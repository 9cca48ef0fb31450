/** Answers the two questions on dates: is a title valid on a day, and which standard governs an application. */
import { isIsoDate } from "../../../lib/iso-date.ts";
import type { Title } from "../catalogue.ts";
import type { Criteria } from "../criteria.ts";
import { findTitle } from "../find-title.ts";
import type { Truth } from "../truth.ts";
import { chooseVersion } from "../version/choose-version.ts";
import { isTitleValid } from "../version/title-validity.ts";
import type { Fields } from "../read/read-values.ts";
import { readYear } from "./read-year.ts";

export interface ValidityExplanation {
  /** With `as_of`: whether the title is valid on that day. */
  readonly valid?: Truth;
  /** With `application_date`: the pack that governs; null when none does. */
  readonly ruleset?: string | null;
}

/** Offices name these days in many ways (valid_to, printed_valid_until, issued_on); what the name says is enough. */
const lastDay = /_to$|until|through|expir|_end/;
const firstDay = /from|issue|start|announce|publish|certificate|grant/;

/** A text says what the record lacks. */
export function explainValidity(
  inputs: Fields,
  criteria: Criteria,
  asOf: string | undefined,
): ValidityExplanation | string {
  const name = inputs["title"];
  const title = typeof name === "string" ? findTitle(name, criteria.catalogue) : undefined;
  if (title === undefined)
    return `没有称号 ${JSON.stringify(name)} / title ${JSON.stringify(name)} is not known`;
  const wrong = wrongDays(inputs);
  if (wrong.length > 0) return wrong.join("; ");
  const applied = inputs["application_date"];
  if (isIsoDate(applied)) {
    const kind = inputs["is_renewal"] === true ? "renewal" : "new";
    return { ruleset: chooseVersion(criteria, title.id, { date: applied, kind })?.id ?? null };
  }
  const day = isIsoDate(inputs["as_of"]) ? inputs["as_of"] : asOf;
  if (day === undefined)
    return '“as_of”与“application_date”都不是日期（YYYY-MM-DD） / neither "as_of" nor "application_date" is a day (YYYY-MM-DD)';
  return { valid: validOn(title, inputs, day) };
}

/** A day that does not exist must not pass for one that is not known. */
function wrongDays(inputs: Fields): string[] {
  return Object.entries(inputs)
    .filter(([, value]) => value != null && !isIsoDate(value))
    .filter(([key, value]) => asked.has(key) || (isDayName(key) && looksLikeDay(value)))
    .map(([key, value]) => {
      const given = JSON.stringify(value);
      return `“${key}”为 ${given}，应为 YYYY-MM-DD / "${key}" is ${given}; expected YYYY-MM-DD`;
    });
}

const asked = new Set(["as_of", "application_date"]);
const isDayName = (key: string): boolean => lastDay.test(key) || firstDay.test(key);
/** The names fit others too (`issuer`, `certificate_no`). */
const looksLikeDay = (value: unknown): boolean =>
  typeof value === "string" && /^\d{4}[-/.年]/.test(value);

function validOn(title: Title, inputs: Fields, day: string): Truth {
  const dateNamed = (name: RegExp): string | undefined =>
    Object.entries(inputs)
      .filter(([key]) => name.test(key) && key !== "as_of")
      .map(([, value]) => value)
      .find(isIsoDate);
  return isTitleValid(
    title,
    {
      from: dateNamed(firstDay),
      to: dateNamed(lastDay),
      entryYear: readYear(inputs["entry_year"]),
    },
    day,
  );
}
