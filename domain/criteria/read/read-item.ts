/** Reads a scored item: how facts become points, and that no rule gives more than the item's maximum. */
import { compareDecimals, formatDecimal, zero } from "../../../lib/decimal.ts";
import type { ItemRule, Level, PointRange, ScoreItem } from "../pack.ts";
import { inside, type Place, report, reportUnknown } from "./place.ts";
import { type BandOptions, readBandsRule, readPoints } from "./read-bands.ts";
import { isNumeric, readCondition, readIndicatorName } from "./read-condition.ts";
import {
  type Fields,
  readDecimal,
  readFields,
  readList,
  readOptionalText,
  readText,
} from "./read-values.ts";

export interface ItemOptions extends BandOptions {
  readonly categories: readonly string[];
}

type Reader = (fields: Fields, place: Place, options: ItemOptions) => ItemRule | undefined;

/** The kinds of rule by the key that marks them. */
const kinds: Readonly<Record<string, Reader>> = {
  bands: readBandsRule,
  levels: readLevels,
  count: readCount,
  best_of: readBestOf,
  given: (fields, place, options) => {
    const input = readFigure(fields["given"], inside(place, "given"), options);
    return input === undefined ? undefined : { kind: "given", input };
  },
  expert: () => ({ kind: "expert" }),
};
const itemKeys = [
  "id",
  "name_zh",
  "category",
  "maximum",
  "expert_input",
  "note",
  "input",
  "otherwise",
];

export function readItem(
  value: unknown,
  place: Place,
  options: ItemOptions,
): ScoreItem | undefined {
  const fields = readFields(value, place, [...itemKeys, ...Object.keys(kinds)]);
  if (fields === undefined) return undefined;
  const id = readText(fields["id"], inside(place, "id"));
  const maximum = readDecimal(fields["maximum"], inside(place, "maximum"));
  const rule = readRule(fields, place, options);
  const category = readCategory(fields["category"], inside(place, "category"), options);
  if (id === undefined || maximum === undefined || rule === undefined) return undefined;
  const item: ScoreItem = {
    id,
    nameZh: readText(fields["name_zh"], inside(place, "name_zh")) ?? id,
    category,
    maximum,
    rule,
    expertInput:
      fields["expert_input"] == null
        ? null
        : (readFigure(fields["expert_input"], inside(place, "expert_input"), options) ?? null),
    note: readOptionalText(fields["note"], inside(place, "note")),
  };
  checkMaximum(item, place);
  checkExpert(item, place);
  return item;
}

function readCategory(value: unknown, place: Place, options: ItemOptions): string {
  const name = readText(value, place) ?? "";
  if (name !== "" && !options.categories.includes(name)) {
    reportUnknown(place, "category", name, options.categories);
  }
  return name;
}

function readRule(fields: Fields, place: Place, options: ItemOptions): ItemRule | undefined {
  const [name, second] = Object.keys(kinds).filter((key) => key in fields);
  if (name === undefined || second !== undefined) {
    report(place, {
      zh: `须恰有 ${Object.keys(kinds).join("、")} 之一`,
      en: `expected exactly one of ${Object.keys(kinds).join(", ")}`,
    });
    return undefined;
  }
  for (const [key, owner] of [
    ["input", "bands"],
    ["otherwise", "levels"],
  ] as const) {
    if (key in fields && name !== owner) {
      report(inside(place, key), {
        zh: `“${key}”属于 ${owner}，不属于 ${name}`,
        en: `"${key}" belongs to ${owner}, not to ${name}`,
      });
    }
  }
  return kinds[name]?.(fields, place, options);
}

function readLevels(fields: Fields, place: Place, options: ItemOptions): ItemRule | undefined {
  const levels = readList(fields["levels"], inside(place, "levels"), (one, at) =>
    readLevel(one, at, options),
  );
  const otherwise = readPoints(fields["otherwise"], inside(place, "otherwise"));
  return otherwise && { kind: "levels", levels, otherwise };
}

function readLevel(value: unknown, place: Place, options: ItemOptions): Level | undefined {
  const fields = readFields(value, place, ["when", "points", "label"]);
  if (fields === undefined) return undefined;
  const when = readCondition(fields["when"], inside(place, "when"), {
    catalogue: options.catalogue,
  });
  const points = readPoints(fields["points"], inside(place, "points"));
  const label = readOptionalText(fields["label"], inside(place, "label"));
  return when && points && { when, points, label };
}

function readCount(fields: Fields, place: Place, options: ItemOptions): ItemRule | undefined {
  const at = inside(place, "count");
  const count = readFields(fields["count"], at, ["inputs", "each"]);
  if (count === undefined) return undefined;
  const inputs = readList(count["inputs"], inside(at, "inputs"), (one, there) => {
    const indicator = readIndicatorName(one, there, options.catalogue);
    if (indicator !== undefined && indicator.type !== "boolean") {
      report(there, {
        zh: `“${indicator.id}”的类型是 ${indicator.type}；只能计数“是/否”事实`,
        en: `"${indicator.id}" is ${indicator.type}; only yes/no facts are counted`,
      });
    }
    return indicator?.id;
  });
  if (inputs.length === 0)
    report(inside(at, "inputs"), { zh: "没有可计数的事实", en: "nothing to count" });
  const each = readDecimal(count["each"], inside(at, "each"));
  return each && { kind: "count", inputs, each };
}

function readBestOf(fields: Fields, place: Place, options: ItemOptions): ItemRule {
  const of = readList(fields["best_of"], inside(place, "best_of"), (one, at) => {
    const alternative = readFields(one, at, ["input", "bands"]);
    return alternative && readBandsRule(alternative, at, options);
  });
  if (of.length < 2)
    report(inside(place, "best_of"), {
      zh: "择优须有两个以上选项",
      en: "a choice needs two alternatives or more",
    });
  return { kind: "best_of", of };
}

/** The id of an indicator that is a figure. */
export function readFigure(value: unknown, place: Place, options: BandOptions): string | undefined {
  const indicator = readIndicatorName(value, place, options.catalogue);
  if (indicator !== undefined && !isNumeric(indicator)) {
    report(place, {
      zh: `“${indicator.id}”的类型是 ${indicator.type}；计分须用数值指标`,
      en: `"${indicator.id}" is ${indicator.type}; points need a figure`,
    });
  }
  return indicator?.id;
}

/** A choice is left only by bands and levels whose points are ranges, and by points an expert gives freely. */
function checkExpert(item: ScoreItem, place: Place): void {
  if (item.expertInput === null || ["bands", "levels", "expert"].includes(item.rule.kind)) return;
  report(inside(place, "expert_input"), {
    zh: `${item.rule.kind} 没有专家裁量的余地；请去掉此键`,
    en: `${item.rule.kind} leaves an expert no choice; drop this key`,
  });
}

/** Maximum and rule must agree: a typing error in either shows here. */
function checkMaximum(item: ScoreItem, place: Place): void {
  const ranges = pointRanges(item.rule);
  if (ranges.length === 0) return;
  const highest = ranges
    .map((one) => one.high)
    .reduce((a, b) => (compareDecimals(a, b) >= 0 ? a : b));
  if (ranges.some((one) => compareDecimals(one.low, zero) < 0))
    report(place, { zh: "分值小于零", en: "points below zero" });
  if (compareDecimals(highest, item.maximum) !== 0) {
    report(inside(place, "maximum"), {
      zh: `“${item.id}”最高可得 ${formatDecimal(highest)} 分，但满分写为 ${formatDecimal(item.maximum)}；请使二者一致`,
      en: `"${item.id}" can earn ${formatDecimal(highest)} but its maximum is ${formatDecimal(item.maximum)}; make them equal`,
    });
  }
}

function pointRanges(rule: ItemRule): PointRange[] {
  switch (rule.kind) {
    case "bands":
      return rule.bands.map((band) => band.points);
    case "levels":
      return [...rule.levels.map((level) => level.points), rule.otherwise];
    case "best_of":
      return rule.of.flatMap(pointRanges);
    default:
      return [];
  }
}
