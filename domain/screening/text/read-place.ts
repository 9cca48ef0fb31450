/** Reads a place in a ranking: "the first three" in its shortest official form. */
import { readNumber } from "./read-number.ts";

export interface PlaceRead {
  readonly upTo: number;
  readonly end: number;
}

const counter = /名|位|强|家|甲/y;
const mostPlaces = 1_000;

/** The place at `at`, or undefined; "the years before" start alike and are no place. */
export function readPlace(text: string, at: number): PlaceRead | undefined {
  if (text.charAt(at) !== "前") return undefined;
  const number = readNumber(text, at + 1);
  const upTo = Number(number?.value);
  if (number === undefined || !Number.isInteger(upTo) || upTo < 1 || upTo > mostPlaces)
    return undefined;
  if (/^(?:个|年|周年|%|款|项|次)/.test(text.slice(number.end, number.end + 2))) return undefined;
  counter.lastIndex = number.end;
  return { upTo, end: number.end + (counter.exec(text)?.[0].length ?? 0) };
}
