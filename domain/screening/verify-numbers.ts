/**
 * Proves that the numbers of a tree stand in the words it cites: every number must be read again from the quote, in the
 * metric's unit. Independent of the extractor, and the same for grammar and model.
 */
import { type Condition, isLeaf, type Leaf } from "./condition.ts";
import type { Lexicon } from "./grammar/lexicon.ts";
import { tokenize } from "./grammar/tokenize.ts";
import { numbersOf } from "./compare-conditions.ts";
import { conditionAt } from "./condition-at.ts";
import { decimalShift } from "./text/decimal-shift.ts";
import { plainText } from "./text/plain-text.ts";

/** What a condition cites, by JSON pointer. */
export interface Cited {
  readonly path: string;
  readonly quote: string;
}

/** Every number without its words, in Chinese; empty when all are proven. */
export function verifyNumbers(
  tree: Condition,
  cited: readonly Cited[],
  lexicon: Lexicon,
): string[] {
  const quotes = new Map<string, string[]>();
  for (const { path, quote } of cited) quotes.set(path, [...(quotes.get(path) ?? []), quote]);
  const out: string[] = [];
  for (const [path, texts] of quotes) {
    const condition = conditionAt(tree, path);
    if (condition === undefined || !isLeaf(condition)) continue;
    const said = new Set(texts.flatMap((text) => saidNumbers(text, condition, lexicon)));
    const missing = leafNumbers(condition).filter((number) => !said.has(number));
    for (const number of missing)
      out.push(`条件 ${condition.m} 的数值 ${number} 在引文“${texts.join("…")}”中没有依据`);
  }
  return out;
}

function leafNumbers(leaf: Leaf): number[] {
  const filters = Object.values(leaf.filter ?? {}).flatMap((test) => Object.values(test));
  return [...numbersOf(leaf), ...filters];
}

/** Every number the quote can mean for this metric; a place and a sign carry theirs without digits. */
function saidNumbers(text: string, leaf: Leaf, lexicon: Lexicon): number[] {
  const unit = lexicon.catalogue.metrics.get(leaf.m)?.unit ?? null;
  return tokenize(plainText(text).text, lexicon).flatMap(({ meaning }) => {
    if (meaning.is === "quantity") return inUnit(meaning.value, meaning.dimension, unit);
    if (meaning.is === "place") return unit === "名" ? [1, meaning.upTo] : [];
    if (meaning.is === "first" || meaning.is === "award") return [1];
    return meaning.is === "sign" || meaning.is === "growth" ? [0] : [];
  });
}

function inUnit(value: string, dimension: string | undefined, unit: string | null): number[] {
  const number = Number(value);
  if (dimension === "money" && unit === "亿元") return [Number(decimalShift(value, -4))];
  if (unit === "天" && dimension === "year") return [number * 365];
  if (dimension === "month")
    return number % 12 === 0 ? [unit === "天" ? (number / 12) * 365 : number / 12] : [];
  return [number];
}
