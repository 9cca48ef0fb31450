/** The figures of a tree that an alert shows: what was asked, of which measure and period, with the question it settles. */
import { bindCondition, type Binding } from "./bind-condition.ts";
import { childrenOf } from "./compare-conditions.ts";
import { type Condition, isLeaf, type Leaf, type Operator } from "./condition.ts";
import type { Question } from "./question.ts";

export interface Figure {
  readonly metric: string;
  readonly nameZh: string;
  readonly unit: string | null;
  readonly period: string | null;
  /** The words of the comparison: `≥ 5`, `属于 …`, `是`. */
  readonly asked: string;
  readonly question: Question;
  /**
   * What a row that meets it answers where its column tells no figure or word: to a yes/no metric the yes or no that was
   * asked for. "true" would say that the test holds, which reads as a yes where a no was asked for.
   */
  readonly answer: string;
}

/** Numbers first, in the order of the tree; each metric once, with its first test. */
export function figuresOf(condition: Condition, binding: Binding): readonly Figure[] {
  const found = new Map<string, Figure>();
  for (const leaf of leavesOf(condition)) {
    const metric = binding.catalogue.metrics.get(leaf.m);
    if (metric === undefined || found.has(leaf.m)) continue;
    const asked = wordsOf(leaf);
    found.set(leaf.m, {
      metric: leaf.m,
      nameZh: metric.nameZh,
      unit: metric.unit,
      period: leaf.p ?? metric.period,
      asked,
      question: bindCondition(leaf, binding),
      answer: typeof (leaf.v ?? true) === "boolean" ? asked : "符合",
    });
  }
  const isNumber = (one: Figure) => Number(one.question.kind === "number");
  return [...found.values()].sort((a, b) => isNumber(b) - isNumber(a));
}

function leavesOf(condition: Condition): readonly Leaf[] {
  if (isLeaf(condition)) return [condition];
  return childrenOf(condition).flatMap(leavesOf);
}

/** As a specialist reads them. */
const signs: Readonly<Record<Operator, string>> = {
  ">=": "≥",
  ">": ">",
  "<=": "≤",
  "<": "<",
  "==": "=",
  "!=": "≠",
  in: "属于",
  "not in": "不属于",
};

function wordsOf({ op = "==", v = true }: Leaf): string {
  if (typeof v === "boolean") return v === (op === "==") ? "是" : "否";
  return `${signs[op]} ${typeof v === "object" ? v.join("、") : String(v)}`;
}
