/** Answers the two questions on dates: is a title valid on a day, and which standard governs an application. */
import { isIsoDate } from "../../../lib/iso-date.ts";
import type { Title } from "../catalogue.ts";
import type { Criteria } from "../criteria.ts";
import { findTitle } from "../find-title.ts";
import type { Truth } from "../truth.ts";
import { chooseVersion } from "../version/choose-version.ts";
import { isTitleValid } from "../version/title-validity.ts";
import type { Fields } from "../read/read-values.ts";

export interface ValidityExplanation {
  /** With `as_of`: whether the title is valid on that day. */
  readonly valid?: Truth;
  /** With `application_date`: the pack that governs; null when none does. */
  readonly ruleset?: string | null;
}

/** The names under which records give the last day of a title, the printed one first. */
const lastDays = ["valid_to", "printed_valid_to", "valid_until", "expires_on", "expiry"];
const firstDays = ["valid_from", "issued_on", "issued", "certificate_date", "announced_on"];

/** A text says what the record lacks. */
export function explainValidity(
  inputs: Fields,
  criteria: Criteria,
  asOf: string | undefined,
): ValidityExplanation | string {
  const name = inputs["title"];
  const title = typeof name === "string" ? findTitle(name, criteria.catalogue) : undefined;
  if (title === undefined) return `title ${JSON.stringify(name)} is not known`;
  const applied = inputs["application_date"];
  if (isIsoDate(applied)) {
    const kind = inputs["is_renewal"] === true ? "renewal" : "new";
    return { ruleset: chooseVersion(criteria, title.id, { date: applied, kind })?.id ?? null };
  }
  const day = isIsoDate(inputs["as_of"]) ? inputs["as_of"] : asOf;
  if (day === undefined) return 'neither "as_of" nor "application_date" is a day (YYYY-MM-DD)';
  return { valid: validOn(title, inputs, day) };
}

function validOn(title: Title, inputs: Fields, day: string): Truth {
  const dateAmong = (keys: readonly string[]): string | undefined =>
    keys.map((key) => inputs[key]).find(isIsoDate);
  const year = inputs["entry_year"];
  return isTitleValid(
    title,
    {
      from: dateAmong(firstDays),
      to: dateAmong(lastDays),
      entryYear: typeof year === "number" ? year : undefined,
    },
    day,
  );
}
