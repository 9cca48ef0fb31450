/** Whether a title is valid on a day: by the date printed in its announcement, else by the rule of the title. */
import type { Title } from "../catalogue.ts";
import type { Truth } from "../truth.ts";

/** What is known of one award of a title; days are `YYYY-MM-DD`. */
export interface TitleDates {
  readonly from?: string | undefined;
  /** The last day, as printed: it goes before any reckoning. */
  readonly to?: string | undefined;
  /** The year of entry, for titles that hold for one calendar year. */
  readonly entryYear?: number | undefined;
}

/**
 * Unknown when nothing printed or reckoned settles it. A title reckoned in years holds to the day before the same day
 * of its last year at least; announcements may print a day or so more, which is why a printed date is better.
 */
export function isTitleValid(title: Title, dates: TitleDates, asOf: string): Truth {
  if (dates.from !== undefined && asOf < dates.from) return false;
  if (dates.to !== undefined) return asOf <= dates.to;
  const year = dates.entryYear ?? yearOf(dates.from);
  if (title.calendarYear) return year === undefined ? "unknown" : Number(asOf.slice(0, 4)) === year;
  if (dates.from === undefined || title.validYears === null) return "unknown";
  return asOf < sameDayAfter(dates.from, title.validYears);
}

/** As text it orders right even where there is no such day: 2027-02-29 comes after the 28th, which the title still holds. */
function sameDayAfter(date: string, years: number): string {
  return `${String(Number(date.slice(0, 4)) + years).padStart(4, "0")}${date.slice(4)}`;
}

function yearOf(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Number(date.slice(0, 4));
}
