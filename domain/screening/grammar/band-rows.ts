/** Finds bands that no word marks: ranges of one measure that exclude each other, each followed by its requirement. */
import { allOf, type Draft, type DraftRow } from "./draft.ts";
import type { Clause } from "./parse-clause.ts";

interface Interval {
  readonly metric: string;
  readonly from: number;
  readonly to: number;
}

/** A tiers draft, with what stands outside the bands beside it; undefined when the clauses hold no such bands. */
export function bandRows(clauses: readonly Clause[]): Draft | undefined {
  if (clauses.some((clause) => clause.rows.length > 0 || clause.change !== undefined))
    return undefined;
  const metric = bandMetric(clauses);
  if (metric === undefined) return undefined;
  const outside: Draft[] = [];
  const rows: { when: Draft; then: Draft[] }[] = [];
  for (const { groups } of clauses) {
    let open: Draft[] | undefined;
    for (const group of groups) {
      if (interval(group)?.metric === metric) {
        open = [];
        rows.push({ when: group, then: open });
      } else (open ?? outside).push(group);
    }
  }
  if (rows.some(({ then }) => then.length === 0)) return undefined;
  return allOf([...outside, { kind: "tiers", rows: rows.map(row) }]);
}

function row({ when, then }: { readonly when: Draft; readonly then: readonly Draft[] }): DraftRow {
  const required = allOf(then);
  return required === undefined ? { when } : { when, then: required };
}

/** The measure of at least two groups whose ranges do not overlap. */
function bandMetric(clauses: readonly Clause[]): string | undefined {
  const byMetric = new Map<string, Interval[]>();
  for (const group of clauses.flatMap((clause) => clause.groups)) {
    const found = interval(group);
    if (found) byMetric.set(found.metric, [...(byMetric.get(found.metric) ?? []), found]);
  }
  return [...byMetric].find(([, found]) => found.length > 1 && disjoint(found))?.[0];
}

function disjoint(intervals: readonly Interval[]): boolean {
  const sorted = [...intervals].sort((a, b) => a.from - b.from);
  return sorted.every((one, index) => index === 0 || one.from >= (sorted[index - 1]?.to ?? 0));
}

function interval(draft: Draft): Interval | undefined {
  const leaves = draft.kind === "all" ? draft.parts : [draft];
  let from = Number.NEGATIVE_INFINITY;
  let to = Number.POSITIVE_INFINITY;
  let metric: string | undefined;
  for (const leaf of leaves) {
    if (leaf.kind !== "leaf" || typeof leaf.leaf.v !== "number") return undefined;
    if (metric !== undefined && metric !== leaf.leaf.m) return undefined;
    metric = leaf.leaf.m;
    if (leaf.leaf.op === ">=" || leaf.leaf.op === ">") from = leaf.leaf.v;
    else if (leaf.leaf.op === "<=" || leaf.leaf.op === "<") to = leaf.leaf.v;
    else return undefined;
  }
  return metric === undefined ? undefined : { metric, from, to };
}
