/** Reads one number where it stands: digits, Chinese numerals, percentages in words. Values are exact decimal strings. */
import { chineseNumber, chineseNumeralAt, isChineseNumeral } from "./chinese-number.ts";
import { decimalShift } from "./decimal-shift.ts";

export interface NumberRead {
  readonly value: string;
  readonly end: number;
  /** Written with digits; a Chinese numeral without a unit is rather part of a word. */
  readonly digits: boolean;
  /** "percent of" stood before it. */
  readonly percent: boolean;
  /** A trailing ten-thousand or hundred-million of a Chinese numeral, to be read with the unit. */
  readonly scale: "" | "万" | "亿";
}

const numeral = /\d{1,15}(?:\.\d{1,6})?/y;

/** The number at `at`, or undefined. Digits longer than any figure of a notice are left unread. */
export function readNumber(text: string, at: number): NumberRead | undefined {
  const percent = text.startsWith("百分之", at);
  const from = percent ? at + 3 : at;
  return digitsAt(text, from, percent) ?? chineseAt(text, from, percent);
}

function digitsAt(text: string, at: number, percent: boolean): NumberRead | undefined {
  numeral.lastIndex = at;
  const found = numeral.exec(text)?.[0];
  if (found === undefined) return undefined;
  const year = /^(\d{1,2})\.(?:19|20)\d\d$/.exec(found);
  const kept = year?.[1] ?? found;
  const end = at + kept.length;
  if (/[\d]/.test(text.charAt(end)) && year === null) return undefined;
  return { value: plain(kept), end, digits: true, percent, scale: "" };
}

/** "1." before a year is a list mark, not "1.2023". */
function plain(found: string): string {
  const [whole = "0", fraction = ""] = found.split(".");
  const left = whole.replace(/^0+(?=\d)/, "");
  const right = fraction.replace(/0+$/, "");
  return right === "" ? left : `${left}.${right}`;
}

function chineseAt(text: string, at: number, percent: boolean): NumberRead | undefined {
  if (!isChineseNumeral(text.charAt(at))) return undefined;
  const found = chineseNumeralAt(text, at);
  const last = found.at(-1);
  const scale = found.length > 1 && (last === "万" || last === "亿") ? last : "";
  const whole = chineseNumber(found);
  if (whole === undefined) return undefined;
  const value = decimalShift(whole, scale === "" ? 0 : scale === "万" ? -4 : -8);
  return { value, end: at + found.length, digits: false, percent, scale };
}
