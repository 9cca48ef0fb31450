/** Reads a pack of rules and checks that its parts fit one another. */
import { addDecimals, compareDecimals, formatDecimal, zero } from "../../../lib/decimal.ts";
import type { Catalogue } from "../catalogue.ts";
import type { Category, Overlay, RulePack, ScoreItem } from "../pack.ts";
import { mostOf } from "./check-reach.ts";
import { inside, type Place, quote, quoteZh, report, reportUnknown } from "./place.ts";
import { comparisons, readBounds, type Scope } from "./read-condition.ts";
import { readDirectPass, readExclusion, readGate } from "./read-gates.ts";
import { headerKeys, readConfidence, readHeader, readPeriod } from "./read-header.ts";
import { readFigure, readItem } from "./read-item.ts";
import {
  type Fields,
  isFields,
  readDecimal,
  readFields,
  readList,
  readText,
  readTexts,
  readWord,
  reportRepeated,
} from "./read-values.ts";

const keys = [
  ...headerKeys,
  "edges",
  "gates",
  "exclusions",
  "categories",
  "items",
  "total_input",
  "direct_passes",
  "overlays",
  "variants",
];

export function readRulePack(
  value: unknown,
  place: Place,
  catalogue: Catalogue,
): RulePack | undefined {
  const fields = readFields(value, place, keys);
  const header = fields && readHeader(fields, place, catalogue);
  if (fields === undefined || header === undefined) return undefined;
  const categories = readList(fields["categories"], inside(place, "categories"), readCategory);
  const items = readItems(fields, place, catalogue, categories);
  const scope: Scope = {
    catalogue,
    scores: {
      categories: categories.map((one) => one.name),
      items: writtenIds(fields["items"]),
      most: mostOf(categories, items, fields["total_input"] != null),
    },
  };
  const each = <T>(key: string, read: (one: unknown, at: Place, scope: Scope) => T | undefined) =>
    readList(fields[key], inside(place, key), (one, at) => read(one, at, scope));
  const pack: RulePack = {
    ...header,
    kind: "rules",
    gates: each("gates", readGate),
    exclusions: each("exclusions", readExclusion),
    categories,
    items,
    totalInput: readTotalInput(fields["total_input"], inside(place, "total_input"), catalogue),
    directPasses: each("direct_passes", readDirectPass),
    overlays: each("overlays", readOverlay),
    variants: readVariantChoice(fields["variants"], inside(place, "variants"), catalogue),
  };
  const written = fields["gates"];
  if (pack.status === "active" && (!Array.isArray(written) || written.length === 0)) {
    report(inside(place, "gates"), {
      zh: "启用的标准须有门槛条件；否则请写 status: disabled",
      en: "an active pack needs a gate; or set status: disabled",
    });
  }
  checkParts(pack, place);
  // What the items of a category earn is only known when each item could be read and named one of them.
  const names = categories.map(({ name }) => name);
  const isWhole = items.length === writtenIds(fields["items"]).length;
  if (isWhole && items.every(({ category }) => names.includes(category)))
    for (const category of categories) checkCategory(category, pack, place);
  return pack;
}

/** Also of items that could not be read, so that who asks for their points is not told that they are not there. */
function writtenIds(items: unknown): string[] {
  return Array.isArray(items)
    ? items.map((one: unknown) => (isFields(one) ? String(one["id"]) : ""))
    : [];
}

function readItems(
  fields: Fields,
  place: Place,
  catalogue: Catalogue,
  categories: readonly Category[],
): ScoreItem[] {
  const edges =
    fields["edges"] == null ? null : readWord(fields["edges"], inside(place, "edges"), ["higher"]);
  const options = {
    catalogue,
    edgesTakeHigher: edges === "higher",
    categories: categories.map((one) => one.name),
  };
  return readList(fields["items"], inside(place, "items"), (one, at) => readItem(one, at, options));
}

function readCategory(value: unknown, place: Place): Category | undefined {
  const fields = readFields(value, place, ["name", "maximum", "minimum"]);
  if (fields === undefined) return undefined;
  const name = readText(fields["name"], inside(place, "name"));
  const maximum = readDecimal(fields["maximum"], inside(place, "maximum"));
  const at = inside(place, "minimum");
  const minimum =
    fields["minimum"] == null ? undefined : readFields(fields["minimum"], at, comparisons);
  const [bound, second] = minimum ? readBounds(minimum, at) : [];
  if (second || (bound && !["at_least", "more_than"].includes(bound.comparison))) {
    report(at, {
      zh: "最低分须是一个 at_least 或 more_than",
      en: "a minimum is one at_least or more_than",
    });
  }
  return name === undefined || maximum === undefined
    ? undefined
    : { name, maximum, minimum: bound ?? null };
}

function readTotalInput(value: unknown, place: Place, catalogue: Catalogue): string | null {
  if (value == null) return null;
  return readFigure(value, place, { catalogue, edgesTakeHigher: false }) ?? null;
}

function readOverlay(value: unknown, place: Place, scope: Scope): Overlay | undefined {
  const fields = readFields(value, place, [
    "id",
    "name_zh",
    "document",
    "confidence",
    "period",
    "gates",
    "exclusions",
    "notes",
  ]);
  if (fields === undefined) return undefined;
  const text = (key: string): string => readText(fields[key], inside(place, key)) ?? "";
  const period = readPeriod(fields["period"], inside(place, "period"));
  if (period === null) return undefined;
  return {
    id: text("id"),
    nameZh: text("name_zh"),
    document: text("document"),
    confidence: readConfidence(fields["confidence"], inside(place, "confidence")),
    period,
    gates: readList(fields["gates"], inside(place, "gates"), (one, at) => readGate(one, at, scope)),
    exclusions: readList(fields["exclusions"], inside(place, "exclusions"), (one, at) =>
      readExclusion(one, at, scope),
    ),
    notes: readTexts(fields["notes"], inside(place, "notes")),
  };
}

function readVariantChoice(
  value: unknown,
  place: Place,
  catalogue: Catalogue,
): Record<string, string> {
  if (value == null) return {};
  if (!isFields(value)) {
    report(place, {
      zh: `${quoteZh(value)} 不是“指标: 口径”的映射`,
      en: `${quote(value)} is not a mapping of inputs to definitions`,
    });
    return {};
  }
  const chosen: Record<string, string> = {};
  for (const [input, name] of Object.entries(value)) {
    const indicator = catalogue.indicators.get(input);
    const at = inside(place, input);
    if (indicator === undefined) reportUnknown(at, "indicator", input, catalogue.indicators.keys());
    else if (typeof name === "string" && name in indicator.variants) chosen[input] = name;
    else
      reportUnknown(
        at,
        { zh: `“${input}”的口径`, en: `definition of "${input}"` },
        String(name),
        Object.keys(indicator.variants),
      );
  }
  return chosen;
}

function checkParts(pack: RulePack, place: Place): void {
  const ids = (of: readonly { readonly id: string }[]): string[] => of.map((one) => one.id);
  reportRepeated(ids(pack.gates), inside(place, "gates"), "gate");
  reportRepeated(ids(pack.exclusions), inside(place, "exclusions"), "exclusion");
  reportRepeated(ids(pack.items), inside(place, "items"), "item");
  reportRepeated(ids(pack.directPasses), inside(place, "direct_passes"), "direct pass");
  reportRepeated(ids(pack.overlays), inside(place, "overlays"), "overlay");
  const names = pack.categories.map((one) => one.name);
  reportRepeated(names, inside(place, "categories"), "category");
}

/** The maximum of a category may cut the sum of its items, but may not promise more than they can earn. */
function checkCategory(category: Category, pack: RulePack, place: Place): void {
  const reachable = pack.items
    .filter((item) => item.category === category.name)
    .map((item) => item.maximum)
    .reduce(addDecimals, zero);
  if (compareDecimals(reachable, category.maximum) < 0) {
    report(inside(place, "categories"), {
      zh: `“${category.name}”满分写为 ${formatDecimal(category.maximum)}，但其评分项最多得 ${formatDecimal(reachable)} 分`,
      en: `"${category.name}" promises ${formatDecimal(category.maximum)} points but its items earn ${formatDecimal(reachable)} at most`,
    });
  }
}
