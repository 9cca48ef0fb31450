/** Comparison words, numbers and reference lines of the controlled sentence. */
import type { Operator } from "../condition.ts";
import { type Cursor, take, takePattern, unexpected } from "./cursor.ts";
import { comparisonWords, referenceWords } from "./words.ts";

const byLength = Object.entries(comparisonWords).sort(([, a], [, b]) => b.length - a.length);

/** The comparison that stands here. @throws GoldseedError BAD_USER_INPUT */
export function readComparison(cursor: Cursor): Operator {
  const op = takeComparison(cursor);
  if (op === undefined) throw unexpected(cursor, "“不低于”“不超过”等比较词");
  return op;
}

/** The comparison that stands here, or undefined. */
export function takeComparison(cursor: Cursor): Operator | undefined {
  return byLength.find(([, word]) => take(cursor, word))?.[0] as Operator | undefined;
}

export function readNumber(cursor: Cursor): number | undefined {
  const found = takePattern(cursor, /-?\d{1,20}(?:\.\d{1,20})?(?:e[+-]?\d{1,3})?/y);
  return found === undefined ? undefined : Number(found);
}

/** A reference line with its distance, as the tree writes it: `city_avg+10`. */
export function readReference(cursor: Cursor): string | undefined {
  const line = Object.entries(referenceWords).find(([, word]) => take(cursor, word))?.[0];
  if (line === undefined) return undefined;
  const distance = takePattern(cursor, /[加减]\d{1,20}(?:\.\d{1,20})?/y) ?? "";
  return line + distance.replace("加", "+").replace("减", "-");
}
