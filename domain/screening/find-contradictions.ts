/**
 * Conditions that cannot hold together, such as a revenue above 10 million and below 5 million: found over the normal form,
 * pair by pair, by exact numbers. What is not found to be impossible may still be: the answer is never a false alarm.
 */
import { compareDecimals, decimal } from "../../lib/decimal.ts";
import { type Condition, isLeaf, type Leaf } from "./condition.ts";
import type { MetricCatalogue } from "./metric-catalogue.ts";
import { canonicalText, normalForm } from "./normal-form.ts";
import { writeSentence } from "./sentence/write-sentence.ts";

export interface Contradictions {
  /** Nothing can meet the tree. False where only an alternative or a band of it cannot be met. */
  readonly impossible: boolean;
  /** Each as a Chinese sentence that names both conditions. */
  readonly said: readonly string[];
}

interface Walked {
  readonly impossible: boolean;
  readonly pairs: readonly (readonly [Leaf, Leaf])[];
}

/** @param condition one that `checkCondition` has passed. */
export function findContradictions(
  condition: Condition,
  catalogue: MetricCatalogue,
): Contradictions {
  const { impossible, pairs } = walk(normalForm(condition, catalogue), []);
  const said = pairs.map(([first, second]) => {
    const [a, b] = [first, second].map((leaf) => writeSentence(leaf, catalogue));
    return `“${a}”与“${b}”不能同时成立`;
  });
  return { impossible, said: [...new Set(said)] };
}

/** @param given conditions that hold besides. */
function walk(condition: Condition, given: readonly Leaf[]): Walked {
  if (isLeaf(condition)) return clashes([condition], given);
  if ("all" in condition) return walkAll(condition.all, given);
  if ("any" in condition) {
    const parts = condition.any.map((part) => walk(part, given));
    const impossible = parts.length > 0 && parts.every((part) => part.impossible);
    return { impossible, pairs: parts.flatMap(({ pairs }) => pairs) };
  }
  if (!("tiers" in condition)) return { impossible: false, pairs: [] };
  const bands = condition.tiers.flatMap(({ if: when, then }) =>
    then === undefined
      ? []
      : [walk(then, when === "otherwise" ? given : [...given, ...said(when)])],
  );
  return { impossible: false, pairs: bands.flatMap(({ pairs }) => pairs) };
}

function walkAll(parts: readonly Condition[], given: readonly Leaf[]): Walked {
  const own = parts.filter(isLeaf);
  const leaves = clashes(own, given);
  const inside = parts
    .filter((part) => !isLeaf(part))
    .map((part) => walk(part, [...given, ...own]));
  return {
    impossible: leaves.impossible || inside.some((part) => part.impossible),
    pairs: [...leaves.pairs, ...inside.flatMap(({ pairs }) => pairs)],
  };
}

/** What certainly holds where a condition does. */
function said(condition: Condition): readonly Leaf[] {
  if (isLeaf(condition)) return [condition];
  return "all" in condition ? condition.all.filter(isLeaf) : [];
}

function clashes(leaves: readonly Leaf[], given: readonly Leaf[]): Walked {
  const pairs = leaves.flatMap((leaf, at) =>
    [...given, ...leaves.slice(0, at)]
      .filter((other) => subject(other) === subject(leaf) && clash(other, leaf))
      .map((other) => [other, leaf] as const),
  );
  return { impossible: pairs.length > 0, pairs };
}

/** What is measured: metric, unit, period, basis, restriction. What a person decides clashes with nothing. */
function subject(leaf: Leaf): string | null {
  const { op: _, v: __, soft, manual, open_list: open, except, ...measured } = leaf;
  return (soft ?? manual ?? open) === true || except !== undefined ? null : canonicalText(measured);
}

function clash(a: Leaf, b: Leaf): boolean {
  if (subject(a) === null) return false;
  if (typeof a.v === "number" && typeof b.v === "number")
    return isAbove(a, b) || isAbove(b, a) || isOtherThan(a, b) || isOtherThan(b, a);
  if (typeof a.v === "boolean" && typeof b.v === "boolean") return a.v !== b.v;
  return isExcluded(a, b) || isExcluded(b, a);
}

const lower = new Set([">=", ">", "=="]);
const upper = new Set(["<=", "<", "=="]);

/** Everything that meets `a` lies above all that meets `b`. */
function isAbove(a: Leaf, b: Leaf): boolean {
  if (!lower.has(a.op ?? "") || !upper.has(b.op ?? "")) return false;
  const order = compareDecimals(decimal(Number(a.v)), decimal(Number(b.v)));
  return order > 0 || (order === 0 && (a.op === ">" || b.op === "<"));
}

function isOtherThan(a: Leaf, b: Leaf): boolean {
  return a.op === "==" && b.op === "!=" && a.v === b.v;
}

/** One of these, and none of them. */
function isExcluded(a: Leaf, b: Leaf): boolean {
  if (a.op !== "in" || b.op !== "not in" || !Array.isArray(a.v) || !Array.isArray(b.v))
    return false;
  const none = new Set<unknown>(b.v);
  return a.v.every((name) => none.has(name));
}
