/** Reads the indicator catalogue and the list of titles, reporting every entry that does not fit. */
import { decimalToNumber } from "../../../lib/decimal.ts";
import type {
  Better,
  Catalogue,
  Contradiction,
  Indicator,
  Lever,
  Title,
  ValueType,
} from "../catalogue.ts";
import { inside, type Place, quote, quoteZh, report, reportUnknown } from "./place.ts";
import {
  type Fields,
  readFields,
  readFlag,
  readList,
  readOptionalDecimal,
  readOptionalText,
  readText,
  readTexts,
  readWord,
  reportRepeated,
} from "./read-values.ts";

const indicatorKeys = [
  "id",
  "name_zh",
  "name_en",
  "noun_zh",
  "achieve_zh",
  "type",
  "unit",
  "period",
  "better",
  "lever",
  "effort",
  "words",
  "formula",
  "variants",
  "source",
  "minimum",
  "maximum",
];
const types: readonly ValueType[] = ["decimal", "integer", "boolean", "word", "text"];
const betters: readonly NonNullable<Better>[] = ["higher", "lower", "yes", "no", "rank"];
const levers: readonly Lever[] = [
  "raise",
  "lower",
  "obtain",
  "clear",
  "time",
  "wait",
  "finding",
  "none",
];

/** What an enterprise does about an indicator when the entry does not say otherwise. */
const usualLever: Readonly<Record<NonNullable<Better>, Lever>> = {
  higher: "raise",
  lower: "lower",
  rank: "raise",
  yes: "obtain",
  no: "wait",
};

function readIndicator(value: unknown, place: Place): Indicator | undefined {
  const fields = readFields(value, place, indicatorKeys);
  if (fields === undefined) return undefined;
  const text = (key: string): string | undefined => readText(fields[key], inside(place, key));
  const id = text("id");
  const nameZh = text("name_zh");
  const nameEn = text("name_en");
  const formula = text("formula");
  const source = text("source");
  const type = readWord(fields["type"], inside(place, "type"), types);
  if (id === undefined || type === undefined) return undefined;
  return {
    id,
    nameZh: nameZh ?? id,
    nameEn: nameEn ?? id,
    nounZh: readOptionalText(fields["noun_zh"], inside(place, "noun_zh")) ?? nameZh ?? id,
    achieveZh: readOptionalText(fields["achieve_zh"], inside(place, "achieve_zh")),
    type,
    unit: readOptionalText(fields["unit"], inside(place, "unit")),
    period: readOptionalText(fields["period"], inside(place, "period")),
    ...readDirection(fields, place),
    effort: readEffort(fields["effort"], inside(place, "effort")),
    words: readWords(fields, type, place),
    formula: formula ?? "",
    variants: readVariants(fields["variants"], inside(place, "variants")),
    source: source ?? "",
    minimum: readOptionalDecimal(fields["minimum"], inside(place, "minimum")),
    maximum: readOptionalDecimal(fields["maximum"], inside(place, "maximum")),
  };
}

function readDirection(fields: Fields, place: Place): Pick<Indicator, "better" | "lever"> {
  const better =
    fields["better"] == null
      ? null
      : (readWord(fields["better"], inside(place, "better"), betters) ?? null);
  const lever =
    fields["lever"] == null ? undefined : readWord(fields["lever"], inside(place, "lever"), levers);
  return { better, lever: lever ?? (better === null ? "none" : usualLever[better]) };
}

function readEffort(value: unknown, place: Place): number {
  const effort = readOptionalDecimal(value, place);
  if (effort !== null && effort.digits <= 0n)
    report(place, { zh: `${quoteZh(value)} 不大于 0`, en: `${quote(value)} is not above 0` });
  return effort === null ? 1 : decimalToNumber(effort);
}

function readWords(fields: Fields, type: ValueType, place: Place): string[] {
  const words = readTexts(fields["words"], inside(place, "words"));
  if (type === "word" && words.length === 0)
    report(place, { zh: "类型 word 须列出可取的词", en: "type word needs its list of words" });
  return words;
}

function readVariants(value: unknown, place: Place): Record<string, string> {
  if (value == null) return {};
  if (typeof value !== "object" || Array.isArray(value)) {
    report(place, {
      zh: `${quoteZh(value)} 不是“名称: 定义”的映射`,
      en: `${quote(value)} is not a mapping of names to definitions`,
    });
    return {};
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, definition]) => [
      name,
      readText(definition, inside(place, name)) ?? "",
    ]),
  );
}

function readTitle(value: unknown, place: Place): Title | undefined {
  const fields = readFields(value, place, [
    "id",
    "name_zh",
    "name_en",
    "aliases",
    "effort",
    "valid_years",
    "calendar_year",
    "covered_by",
  ]);
  if (fields === undefined) return undefined;
  const id = readText(fields["id"], inside(place, "id"));
  const years = readOptionalDecimal(fields["valid_years"], inside(place, "valid_years"));
  if (id === undefined) return undefined;
  return {
    id,
    nameZh: readText(fields["name_zh"], inside(place, "name_zh")) ?? id,
    nameEn: readText(fields["name_en"], inside(place, "name_en")) ?? id,
    aliases: readTexts(fields["aliases"], inside(place, "aliases")),
    effort: readEffort(fields["effort"], inside(place, "effort")),
    validYears: years === null ? null : Number(years.digits),
    calendarYear: readFlag(fields["calendar_year"], inside(place, "calendar_year")),
    coveredBy: readTexts(fields["covered_by"], inside(place, "covered_by")),
  };
}

function readContradiction(
  indicators: ReadonlyMap<string, Indicator>,
): (value: unknown, place: Place) => Contradiction | undefined {
  return (value, place) => {
    const fields = readFields(value, place, ["id", "name_zh", "name_en", "less", "more"]);
    if (fields === undefined) return undefined;
    const text = (key: string): string => readText(fields[key], inside(place, key)) ?? "";
    for (const key of ["less", "more"]) {
      if (!indicators.has(text(key))) {
        reportUnknown(inside(place, key), "indicator", text(key), indicators.keys());
      }
    }
    return {
      id: text("id"),
      nameZh: text("name_zh"),
      nameEn: text("name_en"),
      less: text("less"),
      more: text("more"),
    };
  };
}

/** Reads what the files of data/indicators and the list of titles hold, joined: `{indicators, titles, contradictions}`. */
export function readCatalogue(value: unknown, place: Place): Catalogue {
  const fields = readFields(value, place, ["indicators", "titles", "contradictions"]) ?? {};
  const indicators = readList(fields["indicators"], inside(place, "indicators"), readIndicator);
  const titles = readList(fields["titles"], inside(place, "titles"), readTitle);
  reportRepeated(
    indicators.map((one) => one.id),
    inside(place, "indicators"),
    "indicator",
  );
  reportRepeated(
    titles.flatMap((one) => [one.nameZh, ...one.aliases]),
    inside(place, "titles"),
    "title",
  );
  const titlesById = new Map(titles.map((one) => [one.id, one]));
  for (const [index, { coveredBy }] of titles.entries())
    for (const [at, id] of coveredBy.entries())
      if (!titlesById.has(id))
        reportUnknown(
          inside(inside(inside(inside(place, "titles"), index), "covered_by"), at),
          "title",
          id,
          titlesById.keys(),
        );
  const byId = new Map(indicators.map((one) => [one.id, one]));
  return {
    indicators: byId,
    titles: titlesById,
    contradictions: readList(
      fields["contradictions"],
      inside(place, "contradictions"),
      readContradiction(byId),
    ),
  };
}
