/** Questions to the facts of a record in three values, and points as ranges: what second-reading.ts is written in. */
export type Truth = boolean | null;
export type Facts = Readonly<Record<string, unknown>>;
/** Least and greatest points. */
export type Range = readonly [number, number];

export const all = (...truths: readonly Truth[]): Truth =>
  truths.includes(false) ? false : truths.includes(null) ? null : true;
export const some = (...truths: readonly Truth[]): Truth =>
  truths.includes(true) ? true : truths.includes(null) ? null : false;
const not = (truth: Truth): Truth => (truth === null ? null : !truth);

/** Reads the facts of one record; whatever is missing is null. */
export function asking(facts: Facts) {
  const figure = (name: string): number | null => {
    const value = facts[name];
    return typeof value === "number" ? value : null;
  };
  const fact = (name: string): Truth => {
    const value = facts[name];
    return typeof value === "boolean" ? value : null;
  };
  const test = (name: string, holds: (value: number) => boolean): Truth => {
    const value = figure(name);
    return value === null ? null : holds(value);
  };
  return {
    figure,
    fact,
    atLeast: (name: string, edge: number) => test(name, (value) => value >= edge),
    atMost: (name: string, edge: number) => test(name, (value) => value <= edge),
    above: (name: string, edge: number) => test(name, (value) => value > edge),
    below: (name: string, edge: number) => test(name, (value) => value < edge),
    /** A place among the first, 0 being none. */
    rank: (name: string, last: number) => test(name, (value) => value >= 1 && value <= last),
    no: (...names: readonly string[]) => all(...names.map((name) => not(fact(name)))),
    title: (...names: readonly string[]): Truth => {
      const held = facts["titles"];
      return Array.isArray(held) ? names.some((name) => held.includes(name)) : null;
    },
    manual: (name: string): Truth => {
      const found = (facts["manual"] as Facts | null | undefined)?.[name];
      return found === "met" ? true : found === "not_met" ? false : null;
    },
    rising: (name: string, steps: readonly Range[]) =>
      stepped(figure(name), steps, (a, b) => a >= b),
    falling: (name: string, steps: readonly Range[]) =>
      stepped(figure(name), steps, (a, b) => a <= b),
  };
}
export type Asking = ReturnType<typeof asking>;

/** @param steps pairs of edge and points, the best first; nothing below. */
function stepped(
  value: number | null,
  steps: readonly Range[],
  reaches: (value: number, edge: number) => boolean,
): Range {
  if (value === null) return [0, Math.max(...steps.map(([, points]) => points))];
  const points = steps.find(([edge]) => reaches(value, edge))?.[1] ?? 0;
  return [points, points];
}

/** The first that holds gives its points. */
export function firstOf(list: readonly (readonly [Truth, number])[], otherwise = 0): Range {
  const possible: number[] = [];
  for (const [truth, points] of list) {
    if (truth !== false) possible.push(points);
    if (truth === true) return [Math.min(...possible), Math.max(...possible)];
  }
  return [Math.min(otherwise, ...possible), Math.max(otherwise, ...possible)];
}

export const better = (a: Range, b: Range): Range => [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
export const sum = (ranges: readonly Range[]): Range => [
  ranges.reduce((total, [low]) => total + low, 0),
  ranges.reduce((total, [, high]) => total + high, 0),
];
export const reached = ([low, high]: Range, edge: number): Truth =>
  low >= edge ? true : high < edge ? false : null;

export interface Reading {
  readonly pass: Truth;
  readonly points: Readonly<Record<string, Range>>;
  readonly categories: Readonly<Record<string, readonly string[]>>;
  readonly direct: Readonly<Record<string, Truth>>;
}

export const plain = (pass: Truth, direct: Reading["direct"] = {}): Reading => ({
  pass,
  points: {},
  categories: {},
  direct,
});

export const clear2022 = (ask: Asking) =>
  all(
    ask.fact("registered_in_mainland_legal_person"),
    ask.fact("is_sme"),
    ask.no("in_abnormal_list", "in_serious_dishonesty_list", "major_accident_3y"),
    ask.no("product_prohibited_restricted_eliminated", "tax_evasion_or_violation_3y"),
  );

export const clear2026 = (ask: Asking) =>
  all(
    ask.fact("registered_in_mainland_legal_person"),
    ask.fact("is_sme"),
    ask.no("in_abnormal_list", "in_serious_dishonesty_list", "data_fraud_3y"),
    ask.no("product_prohibited_restricted_eliminated", "safety_accident_larger_3y"),
    ask.no("major_cyber_data_incident_3y", "major_env_violation_3y"),
    ask.no("serious_quality_problem_3y", "serious_industry_rule_violation_3y"),
  );
