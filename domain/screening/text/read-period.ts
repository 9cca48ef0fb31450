/** Reads periods that hold a number: "the last three years", "2023", "2021 to 2023", "since 2022". */
import { readNumber } from "./read-number.ts";
import type { Period } from "../grammar/word.ts";

export interface PeriodRead {
  readonly period: Period;
  readonly end: number;
}

const lead = /最近连续|近|最近|前|过去|此前|连续|上|申报前|申请前/y;
/** "within three years no accident" looks back without a word before it. */
const within = /^[一二两三四五\d]个?年(?:度)?(?:以内|之内|内)(?:均|都)?[未无没不]/;
/** "equipment bought within a year": no age, which "of, in" or punctuation would follow. */
const during = /^[一二两三四五\d]个?年(?:度)?(?:以内|之内|内)(?!的|以)\p{Script=Han}/u;
const aged =
  /(?:成立|注册|设立|创立|登记|转型|经营|时间|年限)(?:时间)?(?:不超过|不超出|在|为|满)?$/;
/** "growth of three years together". */
const together = /^[两二三四五]年(?:度)?(?:年均)?(?:复合|平均|累计)/;
const yearUnit =
  /(?:个)?(?:完整)?(?:的)?(?:会计|财务|自然)?年度?(?:以内|以来|期间|之内|内|来|间)?|周年(?:内)?/y;
const calendar =
  /((?:19|20)\d\d)年?度?(?:(?:至|-|到|、)((?:19|20)\d\d))?年(?:度)?(末)?(?:(\d{1,2}月)?(?:\d{1,2}日)?)?(以来|以后|起|之后)?/y;

/** Years named one by one are at most this many. */
const mostYears = 10;

/** The period at `at`, or undefined. */
export function readPeriod(text: string, at: number): PeriodRead | undefined {
  return lastYears(text, at) ?? calendarYears(text, at);
}

const numerals = ["", "", "两", "三", "四", "五", "六", "七", "八", "九", "十"] as const;

/** The name of the last complete fiscal years, as trees show it. */
export function lastYearsName(years: number): string {
  return years === 1 ? "上年度" : `近${numerals[years] ?? years}年`;
}

function lastYears(text: string, at: number): PeriodRead | undefined {
  const near = text.slice(at, at + 8);
  const bare =
    within.test(near) ||
    together.test(near) ||
    (during.test(near) && !aged.test(text.slice(Math.max(0, at - 10), at)));
  const head = match(lead, text, at) ?? (bare ? "" : undefined);
  if (head === undefined) return undefined;
  const number = readNumber(text, at + head.length);
  if (number === undefined || number.percent || number.scale !== "") return undefined;
  const unit = match(yearUnit, text, number.end);
  const years = Number(number.value);
  if (unit === undefined || !Number.isInteger(years) || years < 1 || years > mostYears)
    return undefined;
  const each = head.endsWith("连续");
  const name = lastYearsName(years);
  return { period: { kind: "span", years, name, each }, end: number.end + unit.length };
}

function calendarYears(text: string, at: number): PeriodRead | undefined {
  calendar.lastIndex = at;
  const found = calendar.exec(text);
  if (found === null) return undefined;
  const [all, first = "", last = first, yearEnd, month, since] = found;
  const end = at + all.length;
  if (month !== undefined && since === undefined) {
    return { period: { kind: "moment", years: 1, name: all }, end };
  }
  const years = Number(last) - Number(first) + 1;
  if (years < 1 || years > mostYears) return undefined;
  if (since !== undefined)
    return { period: { kind: "since", years: 1, name: `${first}年以来` }, end };
  const span = years === 1 ? `${first}年度` : `${first}-${last}年度`;
  return { period: { kind: "calendar", years, name: yearEnd ? `${first}年末` : span }, end };
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
