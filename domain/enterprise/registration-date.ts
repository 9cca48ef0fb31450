/**
 * Dates as registers and spreadsheets write them: ISO, `1980/1/23`, `19800123`, `1980年1月23日`, Chinese numerals, Excel
 * serials, timestamps. A date that cannot be (30 February) or cannot be meant (the future, 1 January 1900) is refused.
 */
import { foldText } from "./fold-text.ts";

export type DateUnknownReason =
  /** Empty or N/A. */
  | "MISSING"
  /** Not a date in any known form. */
  | "UNREADABLE"
  /** A year and month without a day. */
  | "INCOMPLETE"
  /** The 13th month, 30 February. */
  | "IMPOSSIBLE"
  /** After `today`. */
  | "FUTURE"
  /** Before 1900-01-02, or 9999: what systems write when they know nothing. */
  | "ABSURD";

export type RegistrationDate =
  | {
      readonly known: true;
      /** ISO 8601 calendar date, in the time zone of the register (UTC+8). */
      readonly date: string;
      /** Set when the cell was not a date but a spreadsheet's day number. */
      readonly note?: "EXCEL_SERIAL";
    }
  | { readonly known: false; readonly reason: DateUnknownReason; readonly text: string };

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Reads one cell. `today` is an ISO date: nothing later is believed. Day before month (US and UK forms) is not guessed. */
export function parseRegistrationDate(
  text: string,
  options: { readonly today: string },
): RegistrationDate {
  // Most cells are written like this, and have nothing to fold: the general way takes five times as long.
  if (isIso.test(text)) {
    const reason = whyUnknown(plainDay(text), text, options.today);
    return reason === undefined ? { known: true, date: text } : { known: false, reason, text };
  }
  const folded = foldText(text).replace(/^['"]|['"]$/g, "");
  const other = notADay(folded);
  if (other !== undefined) return { known: false, reason: other, text };
  const serial = /^\d{4,5}(\.\d+)?$/.test(folded);
  const found = serial ? fromSerial(Number.parseInt(folded, 10)) : read(folded);
  if (found === undefined) return { known: false, reason: "UNREADABLE", text };
  const date = iso(found);
  const reason = whyUnknown(found, date, options.today);
  if (reason !== undefined) return { known: false, reason, text };
  return serial ? { known: true, date, note: "EXCEL_SERIAL" } : { known: true, date };
}

const isIso = /^\d{4}-\d{2}-\d{2}$/;

const plainDay = (text: string): Day => ({
  year: Number(text.slice(0, 4)),
  month: Number(text.slice(5, 7)),
  day: Number(text.slice(8)),
});

function notADay(text: string): DateUnknownReason | undefined {
  if (text === "" || /^(N\/?A|NULL|无|-+|\/|0+)$/i.test(text)) return "MISSING";
  return /^\d{4}[-/.年]\d{1,2}月?$/.test(text) ? "INCOMPLETE" : undefined;
}

/** Undefined for a day that is believed. */
function whyUnknown(day: Day, date: string, today: string): DateUnknownReason | undefined {
  if (!exists(day)) return "IMPOSSIBLE";
  if (date <= "1900-01-01" || day.year >= 9000) return "ABSURD";
  return date > today ? "FUTURE" : undefined;
}

function read(text: string): Day | undefined {
  const stamp = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})$/.test(text);
  if (stamp) return fromInstant(text);
  const parts =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.exec(
      text,
    ) ??
    /^(\d{4})(年)\s*(\d{1,2})月\s*(\d{1,2})日?$/.exec(text) ??
    /^(\d{4})()(\d{2})(\d{2})(?:000000)?$/.exec(text) ??
    chineseParts(text);
  if (parts == null) return undefined;
  const [, year, , month, day] = parts;
  return { year: Number(year), month: Number(month), day: Number(day) };
}

/** A timestamp with an offset names a moment; the register's day is the one in UTC+8. */
function fromInstant(text: string): Day | undefined {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : fromEpochDays(Math.floor((ms / 3_600_000 + 8) / 24));
}

/** Day 1 is 1900-01-01; day 60 is a 29 February that never was, so days after it are counted from 1899-12-30. */
function fromSerial(days: number): Day | undefined {
  return days < 61 || days > 73_050 ? undefined : fromEpochDays(days - 25_569);
}

function fromEpochDays(days: number): Day {
  const date = new Date(days * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function exists({ year, month, day }: Day): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month);
}

function lastDay(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

const iso = ({ year, month, day }: Day): string =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

const numerals = "〇一二三四五六七八九";

/** `二〇一九年三月二十一日` */
function chineseParts(text: string): readonly string[] | undefined {
  const match =
    /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日?$/.exec(
      text,
    );
  if (match === null) return undefined;
  const [, year = "", month = "", day = ""] = match;
  const digits = year.replace(/./gu, (c) => String("○零".includes(c) ? 0 : numerals.indexOf(c)));
  return ["", digits, "", String(chineseNumber(month)), String(chineseNumber(day))];
}

/** Up to 99: `十二`, `二十`, `三十一`. */
function chineseNumber(text: string): number {
  const ten = text.indexOf("十");
  if (ten < 0) return numerals.indexOf(text);
  const tens = ten === 0 ? 1 : numerals.indexOf(text.charAt(0));
  const ones = ten === text.length - 1 ? 0 : numerals.indexOf(text.charAt(ten + 1));
  return tens * 10 + ones;
}
