/** Reads one condition of the rule language, checking every name and every type against the catalogue. */
import { compareDecimals } from "../../../lib/decimal.ts";
import type { Catalogue, Indicator } from "../catalogue.ts";
import type { Bound, Comparison, Condition, ScoreScope } from "../condition.ts";
import { checkFigureReach, checkScoreReach, type MostOf } from "./check-reach.ts";
import { inside, type Place, quote, quoteZh, report, reportUnknown } from "./place.ts";
import { type Fields, readDecimal, readFields, readList, readText } from "./read-values.ts";

/** What a condition may name. Without `scores` it may not look at scores, as in the level of an item. */
export interface Scope {
  readonly catalogue: Catalogue;
  readonly scores?: {
    readonly categories: readonly string[];
    readonly items: readonly string[];
    readonly most: MostOf;
  };
}

type Reader = (fields: Fields, place: Place, scope: Scope) => Condition | undefined;

export const comparisons: readonly Comparison[] = ["at_least", "more_than", "at_most", "less_than"];

/** The kinds of condition by the key that marks them, with the further keys each takes. */
const kinds: Readonly<Record<string, { also: readonly string[]; read: Reader }>> = {
  all: { also: [], read: (fields, place, scope) => readGroup("all", fields, place, scope) },
  any: { also: [], read: (fields, place, scope) => readGroup("any", fields, place, scope) },
  not: {
    also: [],
    read: (fields, place, scope) => {
      const of = readCondition(fields["not"], inside(place, "not"), scope);
      return of && { kind: "not", of };
    },
  },
  input: { also: [...comparisons, "is", "in"], read: readInput },
  title: { also: [], read: readTitleCondition },
  score: { also: comparisons, read: readScore },
  category_minimums: {
    also: [],
    read: (fields, place, scope) =>
      readScoreWord("category_minimums", fields, place, scope)
        ? { kind: "category_minimums" }
        : undefined,
  },
  direct_pass: {
    also: [],
    read: (fields, place, scope) =>
      readScoreWord("direct_pass", fields, place, scope) ? { kind: "direct_pass" } : undefined,
  },
};

/** Undefined when it cannot be read; the reasons are in the problems of the place. */
export function readCondition(value: unknown, place: Place, scope: Scope): Condition | undefined {
  const found = Object.keys(kinds).filter(
    (key) => typeof value === "object" && value !== null && key in value,
  );
  const [name, second] = found;
  if (name === undefined || second !== undefined) {
    report(place, {
      zh: `${quoteZh(value)} 不是条件；须恰有 ${Object.keys(kinds).join("、")} 之一`,
      en: `${quote(value)} is not a condition; expected exactly one of ${Object.keys(kinds).join(", ")}`,
    });
    return undefined;
  }
  const kind = kinds[name];
  const fields = readFields(value, place, [name, ...(kind?.also ?? [])]);
  return fields && kind?.read(fields, place, scope);
}

function readGroup(
  kind: "all" | "any",
  fields: Fields,
  place: Place,
  scope: Scope,
): Condition | undefined {
  const of = readList(fields[kind], inside(place, kind), (one, at) =>
    readCondition(one, at, scope),
  );
  const written = fields[kind];
  if (Array.isArray(written) && written.length === 0) {
    report(inside(place, kind), {
      zh: "空列表不能判定；至少写一个条件",
      en: "an empty list decides nothing; give at least one condition",
    });
  }
  return of.length > 0 ? { kind, of } : undefined;
}

/** The indicator a rule names; an unknown one is reported with its nearest names. */
export function readIndicatorName(
  value: unknown,
  place: Place,
  catalogue: Catalogue,
): Indicator | undefined {
  const name = readText(value, place);
  const indicator = name === undefined ? undefined : catalogue.indicators.get(name);
  if (name !== undefined && indicator === undefined) {
    reportUnknown(place, "indicator", name, catalogue.indicators.keys());
  }
  return indicator;
}

function readInput(fields: Fields, place: Place, scope: Scope): Condition | undefined {
  const indicator = readIndicatorName(fields["input"], inside(place, "input"), scope.catalogue);
  if ("is" in fields || "in" in fields) return indicator && readEquals(indicator, fields, place);
  const bounds = readBounds(fields, place);
  if (indicator === undefined) return undefined;
  if (!isNumeric(indicator)) {
    report(place, {
      zh: `“${indicator.id}”的类型是 ${indicator.type}，不是数值；请用 is 或 in 比较`,
      en: `"${indicator.id}" is ${indicator.type}, not a figure; compare it with "is" or "in"`,
    });
    return undefined;
  }
  if (bounds.length === 0) {
    if (comparesNothing(fields))
      report(place, {
        zh: `“${indicator.id}”没有可比较的值；请写 ${comparisons.join("、")}、is 或 in`,
        en: `nothing to compare "${indicator.id}" with; give ${comparisons.join(", ")}, is or in`,
      });
    return undefined;
  }
  checkFigureReach(indicator, bounds, place);
  return { kind: "compare", input: indicator.id, bounds };
}

/** A comparison that is written but cannot be read has been reported already. */
function comparesNothing(fields: Fields): boolean {
  return !comparisons.some((one) => one in fields);
}

export function isNumeric(indicator: Indicator): boolean {
  return indicator.type === "decimal" || indicator.type === "integer";
}

function readEquals(indicator: Indicator, fields: Fields, place: Place): Condition | undefined {
  for (const key of comparisons.filter((one) => one in fields)) {
    report(inside(place, key), {
      zh: `“${key}”不能与 is 或 in 并用`,
      en: `"${key}" cannot stand beside "is" or "in"`,
    });
  }
  const written = "is" in fields ? [fields["is"]] : fields["in"];
  const at = inside(place, "is" in fields ? "is" : "in");
  const values = readList(written, at, (one) => readEqualValue(indicator, one, at));
  if (Array.isArray(written) && written.length === 0)
    report(at, {
      zh: `“${indicator.id}”没有可比较的值`,
      en: `no value to compare "${indicator.id}" with`,
    });
  return { kind: "equals", input: indicator.id, values };
}

function readEqualValue(
  indicator: Indicator,
  value: unknown,
  place: Place,
): boolean | string | undefined {
  if (indicator.type === "boolean" && typeof value === "boolean") return value;
  if (indicator.type === "word" && typeof value === "string") {
    if (indicator.words.includes(value)) return value;
    reportUnknown(
      place,
      { zh: `“${indicator.id}”的词`, en: `word of "${indicator.id}"` },
      value,
      indicator.words,
    );
    return undefined;
  }
  if (indicator.type === "text" && typeof value === "string") return value;
  report(place, {
    zh: `${quoteZh(value)} 与“${indicator.id}”的类型 ${indicator.type} 不符`,
    en: `${quote(value)} does not fit "${indicator.id}", which is ${indicator.type}`,
  });
  return undefined;
}

/** The bounds written in a mapping, the lower first; one that nothing can meet is reported. */
export function readBounds(fields: Fields, place: Place): Bound[] {
  const bounds: Bound[] = [];
  for (const comparison of comparisons) {
    if (!(comparison in fields)) continue;
    const value = readDecimal(fields[comparison], inside(place, comparison));
    if (value !== undefined) bounds.push({ comparison, value });
  }
  const lower = bounds.filter((one) => isLower(one));
  const upper = bounds.filter((one) => !isLower(one));
  if (lower.length > 1 || upper.length > 1)
    report(place, {
      zh: "同一侧有两个界限；请只留一个",
      en: "two bounds on the same side; keep one",
    });
  const [low, high] = [lower[0], upper[0]];
  if (low && high) {
    const order = compareDecimals(low.value, high.value);
    const closed = low.comparison === "at_least" && high.comparison === "at_most";
    if (order > 0 || (order === 0 && !closed))
      report(place, {
        zh: "没有数值落在这两个界限之间",
        en: "no figure lies between these bounds",
      });
  }
  return bounds;
}

export function isLower(bound: Bound): boolean {
  return bound.comparison === "at_least" || bound.comparison === "more_than";
}

function readTitleCondition(fields: Fields, place: Place, scope: Scope): Condition | undefined {
  const title = readText(fields["title"], inside(place, "title"));
  if (title === undefined) return undefined;
  if (scope.catalogue.titles.has(title)) return { kind: "title", title };
  reportUnknown(inside(place, "title"), "title", title, scope.catalogue.titles.keys());
  return undefined;
}

function readScore(fields: Fields, place: Place, scope: Scope): Condition | undefined {
  const at = inside(place, "score");
  const bounds = readBounds(fields, place);
  if (comparesNothing(fields))
    report(place, {
      zh: "得分没有可比较的值；请写 at_least",
      en: "nothing to compare the score with; give at_least",
    });
  const name = readText(fields["score"], at);
  if (name === undefined || !mayLookAtScores(at, scope)) return undefined;
  const of = scoreScope(name, scope);
  if (of === undefined) {
    const known = ["total", ...(scope.scores?.categories ?? []), ...(scope.scores?.items ?? [])];
    reportUnknown(at, "score", name, known);
    return undefined;
  }
  if (scope.scores) checkScoreReach(of, bounds, scope.scores.most, place);
  return { kind: "score", scope: of, bounds };
}

function scoreScope(name: string, scope: Scope): ScoreScope | undefined {
  if (name === "total") return { kind: "total" };
  if (scope.scores?.categories.includes(name)) return { kind: "category", name };
  if (scope.scores?.items.includes(name)) return { kind: "item", id: name };
  return undefined;
}

function readScoreWord(key: string, fields: Fields, place: Place, scope: Scope): boolean {
  const expected = key === "direct_pass" ? "any" : "all";
  const at = inside(place, key);
  if (fields[key] !== expected) {
    report(at, {
      zh: `${quoteZh(fields[key])} 在此没有意义；请写“${expected}”`,
      en: `${quote(fields[key])} means nothing here; write "${expected}"`,
    });
    return false;
  }
  return mayLookAtScores(at, scope);
}

function mayLookAtScores(place: Place, scope: Scope): boolean {
  if (scope.scores !== undefined) return true;
  report(place, {
    zh: "得分不能取决于得分；此处请用事实",
    en: "a score may not depend on a score; use facts here",
  });
  return false;
}
