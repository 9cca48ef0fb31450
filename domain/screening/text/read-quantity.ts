/** Reads a number with its unit, in the unit its dimension is kept in: "1.5亿元", "五千万", "百分之三", "三成", "2个百分点". */
import type { Unit } from "../grammar/lexicon.ts";
import { decimalShift } from "./decimal-shift.ts";
import { readNumber, type NumberRead } from "./read-number.ts";

export interface QuantityRead {
  readonly value: string;
  readonly dimension: string | undefined;
  readonly shift: number;
  readonly end: number;
}

export interface UnitTable {
  readonly units: ReadonlyMap<string, Unit>;
  readonly longestUnit: number;
}

/** The quantity at `at`; undefined when no number stands there, or a Chinese numeral that is part of a word. */
export function readQuantity(text: string, at: number, table: UnitTable): QuantityRead | undefined {
  const half = text.startsWith("半数", at) || text.startsWith("一半", at);
  if (half) return { value: "50", dimension: "percent", shift: 0, end: at + 2 };
  const number = readNumber(text, at);
  if (number === undefined) return undefined;
  if (number.percent)
    return { value: number.value, dimension: "percent", shift: 0, end: number.end };
  const unit = unitAt(text, number, table);
  if (unit === undefined) return unitless(text, number);
  if (unit.dimension === "year" && /^(?:19|20)\d\d$/.test(number.value)) return undefined;
  if (!number.digits && isIdiom(text, at, unit.end)) return undefined;
  const value = decimalShift(number.value, unit.shift);
  const rest = unit.dimension === "money" ? added(text, unit.end, table) : undefined;
  if (rest !== undefined) return { ...rest, value: addWhole(value, rest.value) };
  return { value, dimension: unit.dimension, shift: unit.shift, end: unit.end };
}

/** "one kind of", "a once-only": a counted noun without a bound around it is a figure of speech. */
function isIdiom(text: string, at: number, end: number): boolean {
  if (!/[家部台套篇款次种个]/.test(text.charAt(end - 1)) || text.charAt(end - 2) === "万")
    return false;
  return !/[以及或（]/.test(text.charAt(end)) && !/[于少过到达满]/.test(text.charAt(at - 1));
}

interface UnitRead extends Unit {
  readonly end: number;
}

/** The longest unit after the number; the ten-thousand inside a Chinese numeral belongs to it. */
function unitAt(text: string, number: NumberRead, table: UnitTable): UnitRead | undefined {
  const from = number.end - number.scale.length;
  for (let length = table.longestUnit; length > 0; length -= 1) {
    // At the end of the text a longer slice is cut to the same word.
    const written = text.slice(from, from + length);
    const unit = table.units.get(written);
    if (unit !== undefined && written.length > number.scale.length)
      return { ...unit, end: from + written.length };
  }
  const scale = number.scale === "" ? undefined : table.units.get(number.scale);
  return scale === undefined ? undefined : { ...scale, end: number.end };
}

function unitless(text: string, number: NumberRead): QuantityRead | undefined {
  const next = text.charAt(number.end);
  const bounded = /[以及至到（-]/.test(next);
  if (!number.digits && !bounded) return undefined;
  if (number.scale !== "") return undefined;
  return { value: number.value, dimension: undefined, shift: 0, end: number.end };
}

/** "1亿5000万元": the second figure is the rest of the first. */
function added(text: string, at: number, table: UnitTable): QuantityRead | undefined {
  if (text.charAt(at - 1) !== "亿" || !/\d/.test(text.charAt(at))) return undefined;
  const rest = readQuantity(text, at, table);
  return rest?.dimension === "money" && Number(rest.value) < 10_000 ? rest : undefined;
}

function addWhole(a: string, b: string): string {
  const places = Math.max(fractionLength(a), fractionLength(b));
  const sum = BigInt(decimalShift(a, places)) + BigInt(decimalShift(b, places));
  return decimalShift(sum.toString(), -places);
}

function fractionLength(numeral: string): number {
  return numeral.split(".")[1]?.length ?? 0;
}
