/**
 * Reads the bands of an item and proves that they cover every figure exactly once.
 *
 * Documents print shared edges (60-70, 70-80). Where the document says that a figure on an edge takes the higher points
 * (工信部企业〔2022〕63号 annex 4) the pack says `edges: higher`, and only then may two bands share an edge.
 */
import {
  addDecimals,
  compareDecimals,
  decimal,
  formatDecimal,
  zero,
} from "../../../lib/decimal.ts";
import type { Catalogue, Indicator } from "../catalogue.ts";
import type { Bound } from "../condition.ts";
import type { Band, BandsRule, PointRange } from "../pack.ts";
import { inside, type Place, quote, quoteZh, report } from "./place.ts";
import {
  comparisons,
  isLower,
  isNumeric,
  readBounds,
  readIndicatorName,
} from "./read-condition.ts";
import { type Fields, readDecimal, readFields, readList, readOptionalText } from "./read-values.ts";

export interface BandOptions {
  readonly catalogue: Catalogue;
  /** True when the document gives a figure on a shared edge the higher points. */
  readonly edgesTakeHigher: boolean;
}

/** Reads `{input, bands}`; the caller has checked the other keys. */
export function readBandsRule(
  fields: Fields,
  place: Place,
  options: BandOptions,
): BandsRule | undefined {
  const input = readIndicatorName(fields["input"], inside(place, "input"), options.catalogue);
  const at = inside(place, "bands");
  const written = readList(fields["bands"], at, readBand);
  if (input !== undefined && !isNumeric(input)) {
    report(place, {
      zh: `“${input.id}”的类型是 ${input.type}；分档须用数值指标`,
      en: `"${input.id}" is ${input.type}; bands need a figure`,
    });
    return undefined;
  }
  // Bands meet or do not whatever they are of and whatever they earn: one refusal tells all there is to mend.
  const edges = written.map(({ band, points }) => ({ ...band, points: points ?? noPoints }));
  const bands = settleBands(edges, input ?? null, at, options);
  const isRead = written.every(({ points }) => points !== undefined);
  return isRead && input !== undefined ? { kind: "bands", input: input.id, bands } : undefined;
}

/** Of a band as it is written; points that cannot be read are reported, and undefined. */
interface WrittenBand {
  readonly band: Omit<Band, "points">;
  readonly points: PointRange | undefined;
}

const noPoints: PointRange = { low: zero, high: zero };

function readBand(value: unknown, place: Place): WrittenBand | undefined {
  const fields = readFields(value, place, [...comparisons, "points", "label"]);
  if (fields === undefined) return undefined;
  const bounds = readBounds(fields, place);
  return {
    band: {
      from: bounds.find(isLower) ?? null,
      to: bounds.find((one) => !isLower(one)) ?? null,
      label: readOptionalText(fields["label"], inside(place, "label")),
    },
    points: readPoints(fields["points"], inside(place, "points")),
  };
}

/** `5`, or `[7, 8]` where an expert chooses between them. */
export function readPoints(value: unknown, place: Place): PointRange | undefined {
  if (!Array.isArray(value)) {
    const points = readDecimal(value, place);
    return points && { low: points, high: points };
  }
  const [low, high] = readList(value, place, readDecimal);
  if (value.length !== 2 || low === undefined || high === undefined) {
    report(place, {
      zh: `${quoteZh(value)} 不是一对分值；请写最低分与最高分`,
      en: `${quote(value)} is not a pair of points; write the least and the greatest`,
    });
    return undefined;
  }
  if (compareDecimals(low, high) > 0)
    report(place, { zh: "最低分大于最高分", en: "the least points exceed the greatest" });
  return { low, high };
}

/** @param input null when its name is not known: bands from 2 on after those to 1 may then be of whole numbers. */
function settleBands(
  written: readonly Band[],
  input: Indicator | null,
  place: Place,
  options: BandOptions,
): Band[] {
  const bands = [...written].sort((a, b) => compareFrom(a.from, b.from));
  const [first, last] = [bands[0], bands.at(-1)];
  if (first?.from)
    report(place, {
      zh: `低于 ${formatDecimal(first.from.value)} 的数值没有分档`,
      en: `no band for figures below ${formatDecimal(first.from.value)}`,
    });
  if (last?.to)
    report(place, {
      zh: `高于 ${formatDecimal(last.to.value)} 的数值没有分档`,
      en: `no band for figures above ${formatDecimal(last.to.value)}`,
    });
  if (first === undefined) report(place, { zh: "评分项须有分档", en: "an item needs its bands" });
  for (let index = 1; index < bands.length; index++) {
    const [lower, upper] = [bands[index - 1], bands[index]];
    if (lower && upper) {
      [bands[index - 1], bands[index]] = settleEdge([lower, upper], input, place, options);
    }
  }
  return bands;
}

function compareFrom(a: Bound | null, b: Bound | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return (
    compareDecimals(a.value, b.value) ||
    (a.comparison === b.comparison ? 0 : a.comparison === "at_least" ? -1 : 1)
  );
}

type Neighbours = [lower: Band, upper: Band];

/** Checks the edge between two neighbours and, when both include it, leaves it to the one with the higher points. */
function settleEdge(
  neighbours: Neighbours,
  input: Indicator | null,
  place: Place,
  options: BandOptions,
): Neighbours {
  const [lower, upper] = neighbours;
  if (lower.to === null || upper.from === null) {
    report(place, {
      zh: `分档重叠：${describeZh(lower)} 与 ${describeZh(upper)}`,
      en: `bands overlap: ${describe(lower)} and ${describe(upper)}`,
    });
    return neighbours;
  }
  const order = compareDecimals(lower.to.value, upper.from.value);
  const closed = [lower.to, upper.from].filter((one) => isClosed(one)).length;
  if (order > 0 || (order === 0 && closed === 2 && !options.edgesTakeHigher)) {
    report(place, {
      zh: `分档重叠：${describeZh(lower)} 与 ${describeZh(upper)}`,
      en: `bands overlap: ${describe(lower)} and ${describe(upper)}`,
    });
  } else if (order === 0 ? closed === 0 : !isNextWhole(lower.to, upper.from, input)) {
    report(place, {
      zh: `${describeZh(lower)} 与 ${describeZh(upper)} 之间的数值没有分档`,
      en: `no band for figures between ${describe(lower)} and ${describe(upper)}`,
    });
  }
  return order === 0 && closed === 2 ? shareEdge(lower, upper) : neighbours;
}

function shareEdge(lower: Band, upper: Band): Neighbours {
  const value = lower.to?.value ?? decimal(0);
  return compareDecimals(upper.points.low, lower.points.low) >= 0
    ? [{ ...lower, to: { comparison: "less_than", value } }, upper]
    : [lower, { ...upper, from: { comparison: "more_than", value } }];
}

function isClosed(bound: Bound): boolean {
  return bound.comparison === "at_least" || bound.comparison === "at_most";
}

/** Counts leave nothing between 2 and 3. */
function isNextWhole(to: Bound, from: Bound, input: Indicator | null): boolean {
  return (
    (input === null || input.type === "integer") &&
    isClosed(to) &&
    isClosed(from) &&
    compareDecimals(addDecimals(to.value, decimal(1)), from.value) === 0
  );
}

function describe(band: Band): string {
  const words = [band.from, band.to]
    .filter((one) => one !== null)
    .map((one) => `${one.comparison.replace("_", " ")} ${formatDecimal(one.value)}`);
  return words.length > 0 ? `"${words.join(", ")}"` : '"any figure"';
}

const comparisonsZh: Readonly<Record<Bound["comparison"], string>> = {
  at_least: "不低于",
  more_than: "高于",
  at_most: "不高于",
  less_than: "低于",
};

function describeZh(band: Band): string {
  const words = [band.from, band.to]
    .filter((one) => one !== null)
    .map((one) => `${comparisonsZh[one.comparison]}${formatDecimal(one.value)}`);
  return words.length > 0 ? `“${words.join("且")}”` : "“任意数值”";
}
