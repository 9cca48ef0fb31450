/** Turns a complete phrase and its bound into draft conditions, each number in its metric's own unit. */
import type { Leaf } from "../condition.ts";
import type { Metric } from "../metric-catalogue.ts";
import { decimalShift } from "../text/decimal-shift.ts";
import { allOf, anyOf, type Draft, someOf, type Span } from "./draft.ts";
import type { Family, Lexicon } from "./lexicon.ts";
import type { Bound, Limit } from "./limit.ts";
import { isGrowth, isRatio, type Phrase } from "./phrase.ts";
import { aspectIds, familyOf } from "./resolve-metric.ts";
import type { Quantity } from "./word.ts";

/** The draft, or why there is none. */
export type Drafted = { readonly draft: Draft } | { readonly fault: LimitFault };

export type LimitFault = "unknown measure" | "unit does not fit" | "years not said";

interface Setting {
  readonly phrase: Phrase;
  readonly span: Span;
  readonly lexicon: Lexicon;
}

/** Drafts every subject of the phrase under the bound. */
export function draftLimit(phrase: Phrase, limit: Limit, span: Span, lexicon: Lexicon): Drafted {
  const setting: Setting = { phrase, span, lexicon };
  if (limit.kind === "relative") return draftRelative(setting, limit);
  const both = amountAndShare(setting, limit);
  if (both !== undefined) return both;
  const subjects = elidedSubjects(setting);
  const summed = summedSubject(setting, subjects);
  const drafts: Draft[] = [];
  // "registered and paying tax for 2 years": the years count what can be counted in years.
  let misfits = 0;
  for (const [index, subject] of (summed ?? subjects).entries()) {
    const own = subjects.length > 1 ? respective(setting, limit, index) : limit;
    const drafted = draftSubject(subject, own, measuredBy(setting, own));
    if (!("fault" in drafted)) drafts.push(drafted.draft);
    else if (phrase.respectively || drafted.fault !== "unit does not fit") return drafted;
    else misfits += 1;
  }
  if (misfits > 0 && drafts.length === 0) return { fault: "unit does not fit" };
  const draft = joined(phrase, drafts);
  return draft === undefined ? { fault: "unknown measure" } : { draft };
}

/** With "respectively", each number's unit says whether its subject is an amount or a share. */
function measuredBy(setting: Setting, limit: Limit): Setting {
  const { phrase } = setting;
  if (!phrase.respectively || limit.kind !== "bounds" || isGrowth(phrase)) return setting;
  const share = limit.bounds[0]?.quantity.dimension === "percent";
  const changed = share ? { share } : { share, per: false, denominators: [] };
  return isRatio(phrase) ? { ...setting, phrase: { ...phrase, ...changed } } : setting;
}

/** "R&D spending and its share of revenue respectively 2 million and 4%": one subject, an amount and a share. */
function amountAndShare(setting: Setting, limit: Limit): Drafted | undefined {
  const { phrase } = setting;
  const [subject, second] = phrase.subjects;
  const one = phrase.respectively && isRatio(phrase) && (phrase.period?.years ?? 1) === 1;
  if (!one || subject === undefined || second !== undefined || limit.kind !== "bounds")
    return undefined;
  const kinds = new Set(limit.bounds.map(({ quantity }) => quantity.dimension));
  if (kinds.size !== 2 || limit.bounds.length !== 2) return undefined;
  const drafts: Draft[] = [];
  for (const bound of limit.bounds) {
    const own: Limit = { kind: "bounds", bounds: [bound] };
    const drafted = draftSubject(subject, own, measuredBy(setting, own));
    if ("fault" in drafted) return drafted;
    drafts.push(drafted.draft);
  }
  return { draft: { kind: "all", parts: drafts } };
}

function joined({ enough, coordination }: Phrase, drafts: readonly Draft[]): Draft | undefined {
  if (enough !== undefined) return someOf(enough, drafts);
  return coordination === "or" ? anyOf(drafts) : allOf(drafts);
}

/** A bound of several numbers read with "respectively" gives each subject its own. */
function respective({ phrase }: Setting, limit: Limit, index: number): Limit {
  if (!phrase.respectively || limit.kind !== "bounds") return limit;
  const bound = limit.bounds[index];
  return bound === undefined ? limit : { kind: "bounds", bounds: [bound] };
}

/** Right kinds counted together: "utility models and software copyrights, 8 in all". */
function summedSubject(
  { phrase, lexicon }: Setting,
  subjects: readonly string[],
): readonly string[] | undefined {
  if (subjects.length < 2 || phrase.coordination === "or" || phrase.each || phrase.respectively)
    return undefined;
  if (phrase.enough !== undefined) return undefined;
  const key = [...lexicon.families.keys()].find((name) => sameMembers(name.split("+"), subjects));
  return key === undefined ? undefined : [key];
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}

/** A ratio or growth without any subject is the one notices leave unsaid. */
function elidedSubjects({ phrase }: Setting): readonly string[] {
  if (phrase.subjects.length > 0) return phrase.subjects;
  if (isGrowth(phrase) || isRatio(phrase)) return [""];
  return [];
}

function draftSubject(subject: string, limit: Limit, setting: Setting): Drafted {
  const ids = subject === "" ? elidedIds(setting) : metricIds(subject, limit, setting);
  if (ids === undefined) return { fault: "unknown measure" };
  const drafts: Draft[] = [];
  for (const [index, id] of ids.entries()) {
    const metric = setting.lexicon.catalogue.metrics.get(id);
    const place = setting.phrase.backwards ? ids.length - 1 - index : index;
    const own = ids.length > 1 ? respective(setting, limit, place) : limit;
    const leaves = metric && leavesOf(metric, own, setting);
    if (leaves === undefined) return { fault: "unit does not fit" };
    const one = allOf(leaves);
    if (one !== undefined) drafts.push(one);
  }
  const draft = setting.phrase.someYear ? anyOf(drafts) : allOf(drafts);
  return draft === undefined ? { fault: "years not said" } : { draft };
}

function elidedIds({ phrase, lexicon }: Setting): string[] | undefined {
  // Growth over several years of nobody knows what is no measure.
  const several = phrase.aggregate !== undefined || (phrase.period?.years ?? 1) > 1;
  if (isGrowth(phrase) && several) return undefined;
  return isGrowth(phrase) ? [lexicon.elidedGrowth] : [lexicon.elidedRatio.id];
}

function metricIds(
  subject: string,
  limit: Limit,
  { phrase, lexicon }: Setting,
): string[] | undefined {
  const family = familyOf(subject, phrase, lexicon);
  if (family === undefined) return undefined;
  const quantity = limit.kind === "bounds" ? limit.bounds[0]?.quantity : undefined;
  const special = specialId(family, phrase, quantity, limit);
  if (special !== undefined) return [special];
  const years = { count: phrase.period?.years ?? 1, said: phrase.period !== undefined };
  const yearly = phrase.respectively && phrase.subjects.length === 1;
  return aspectIds(family, yearly ? { ...phrase, each: true } : phrase, years);
}

/** Ids that depend on the number's unit: dollars, a first year counted in days, last year's platform score. */
function specialId(
  family: Family,
  phrase: Phrase,
  quantity: Quantity | undefined,
  limit: Limit,
): string | undefined {
  if (family.usd !== undefined && quantity?.dimension === "usd") return family.usd;
  const floor =
    limit.kind === "bounds" && limit.bounds.length === 1 && limit.bounds[0]?.op.startsWith(">");
  const firstYear = yearsOf(quantity) === "1" && floor;
  if (family.days !== undefined && (quantity?.dimension === "day" || firstYear)) return family.days;
  const lastYear = phrase.period?.kind === "span" && phrase.period.years === 1;
  return family.previous !== undefined && lastYear ? family.previous : undefined;
}

function yearsOf(quantity: Quantity | undefined): string | undefined {
  if (quantity?.dimension === "year") return quantity.value;
  const months = Number(quantity?.value);
  return quantity?.dimension === "month" && months % 12 === 0 ? String(months / 12) : undefined;
}

function leavesOf(metric: Metric, limit: Limit, setting: Setting): Draft[] | undefined {
  if (limit.kind === "place") return placeLeaves(metric, limit, setting);
  if (limit.kind === "sign") return [leaf(metric, { op: limit.op, v: 0 }, setting)];
  if (limit.kind !== "bounds") return undefined;
  const out: Draft[] = [];
  for (const bound of limit.bounds) {
    const v = valueFor(metric, bound.quantity, setting.lexicon);
    if (v === undefined) return undefined;
    out.push(leaf(metric, { op: bound.op, v }, setting, bound));
  }
  return out;
}

/** A place counts from 1; 0 stands for "none" in the packs' data, so a ceiling alone would let it pass. */
function placeLeaves(
  metric: Metric,
  limit: Limit & { kind: "place" },
  setting: Setting,
): Draft[] | undefined {
  if (metric.unit !== "名") return undefined;
  if (limit.exact) return [leaf(metric, { op: "==", v: 1 }, setting)];
  return [
    leaf(metric, { op: ">=", v: 1 }, setting),
    leaf(metric, { op: "<=", v: limit.upTo }, setting),
  ];
}

const unitlessFit = new Set(["%", "分", "人", "项", "件", "级"]);

/** The number in the metric's unit; undefined when the written unit measures something else. */
function valueFor(metric: Metric, quantity: Quantity, lexicon: Lexicon): number | undefined {
  const { unit } = metric;
  const { dimension, value } = quantity;
  if (unit === null) return undefined;
  if (dimension === undefined)
    return unitlessFit.has(unit) || Number(value) === 0 ? Number(value) : undefined;
  if (unit === "天" && yearsOf(quantity) !== undefined) return Number(yearsOf(quantity)) * 365;
  if (unit === "年" && dimension === "month")
    return yearsOf(quantity) === undefined ? undefined : Number(yearsOf(quantity));
  if (unit === "亿元" && dimension === "money") return Number(decimalShift(value, -4));
  const counted = dimension === "item" || dimension === "person" || dimension === "place";
  if (counted && (unit === "项" || unit === "件" || unit === "人")) return Number(value);
  return lexicon.dimensionUnits.get(dimension) === unit ? Number(value) : undefined;
}

function leaf(
  metric: Metric,
  test: Pick<Leaf, "op" | "v">,
  { phrase, span }: Setting,
  bound?: Bound,
): Draft {
  const { period, basis, filter } = phrase;
  const named =
    period !== undefined &&
    ["calendar", "since", "end", "current", "last_and_current"].includes(period.kind);
  const within =
    phrase.periodSaid &&
    !phrase.each &&
    period?.kind === "span" &&
    period.years > 1 &&
    metric.period === null;
  const full: Leaf = {
    m: metric.id,
    ...test,
    ...((named || within) && metric.period !== period.name ? { p: period.name } : {}),
    ...(basis === undefined ? {} : { basis }),
    ...(filter === undefined ? {} : { filter }),
  };
  return {
    kind: "leaf",
    leaf: full,
    spans: [span],
    ...(bound?.edge === undefined ? {} : { edge: bound.edge }),
  };
}

/** "above the city's average by 10 points", for each of the subjects and years. */
function draftRelative(
  { phrase, span, lexicon }: Setting,
  limit: Limit & { kind: "relative" },
): Drafted {
  const metrics: string[] = [];
  for (const subject of phrase.subjects) {
    const family = familyOf(subject, phrase, lexicon);
    const years = { count: phrase.period?.years ?? 1, said: phrase.period !== undefined };
    const plain = family && aspectIds(family, phrase, years)?.[0];
    const id = phrase.each && isGrowth(phrase) ? family?.bare : plain;
    if (id === undefined) return { fault: "unknown measure" };
    metrics.push(id);
  }
  if (metrics.length === 0) return { fault: "unknown measure" };
  const plus = limit.plus === undefined ? "" : `+${limit.plus.value}`;
  const years = phrase.each ? phrase.period?.years : undefined;
  const unit = limit.plus && lexicon.dimensionUnits.get(limit.plus.dimension ?? "");
  const draft: Draft = {
    kind: "for_each",
    metrics,
    op: limit.op,
    value: limit.line + plus,
    spans: [span],
    ...(years === undefined ? {} : { years }),
    ...(unit === undefined ? {} : { unit }),
  };
  return { draft };
}
