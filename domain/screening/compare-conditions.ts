/** Whether two trees mean the same, and how much of one is found in the other: the measure of extraction quality. */
import { type Condition, isLeaf } from "./condition.ts";
import type { MetricCatalogue } from "./metric-catalogue.ts";
import { canonicalText, normalForm } from "./normal-form.ts";

export interface Comparison {
  /** Equal as normalised trees. */
  readonly equal: boolean;
  /** F1 over the leaves, 0 to 1. */
  readonly partial: number;
  /** Numbers of `found` that occur nowhere in `expected`. */
  readonly wrongNumbers: readonly number[];
}

/** Compares an extracted tree with the expected one; nothing extracted scores 0. */
export function compareConditions(
  found: Condition | undefined,
  expected: Condition,
  catalogue: MetricCatalogue,
): Comparison {
  if (found === undefined) return { equal: false, partial: 0, wrongNumbers: [] };
  const a = normalForm(found, catalogue);
  const b = normalForm(expected, catalogue);
  const known = new Set(numbersOf(b));
  return {
    equal: canonicalText(a) === canonicalText(b),
    partial: overlap(leafTexts(a), leafTexts(b)),
    wrongNumbers: numbersOf(a).filter((number) => !known.has(number)),
  };
}

function overlap(found: readonly string[], expected: readonly string[]): number {
  const left = [...expected];
  let shared = 0;
  for (const text of found) {
    const at = left.indexOf(text);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  const total = found.length + expected.length;
  return total === 0 ? 1 : (2 * shared) / total;
}

function leafTexts(condition: Condition): string[] {
  if (isLeaf(condition) || "for_each" in condition) return [canonicalText(condition)];
  return childrenOf(condition).flatMap(leafTexts);
}

/** The conditions directly inside one. */
export function childrenOf(condition: Condition): readonly Condition[] {
  if ("all" in condition) return condition.all;
  if ("any" in condition) return condition.any;
  if ("not" in condition) return [condition.not];
  if (!("tiers" in condition)) return [];
  return condition.tiers.flatMap((tier) => [
    ...(tier.if === "otherwise" ? [] : [tier.if]),
    ...(tier.then === undefined ? [] : [tier.then]),
  ]);
}

/** Every number a tree compares with, those of its benefit included. */
export function numbersOf(condition: Condition): number[] {
  const benefit = "benefit" in condition ? Object.values(condition.benefit ?? {}) : [];
  const own = "v" in condition && typeof condition.v === "number" ? [condition.v] : [];
  return [...benefit, ...own, ...childrenOf(condition).flatMap(numbersOf)];
}
