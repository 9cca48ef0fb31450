/** Readers of single values out of parsed YAML or JSON; each reports what does not fit and returns undefined. */
import { type Decimal, parseDecimal } from "../../../lib/decimal.ts";
import { isIsoDate } from "../../../lib/iso-date.ts";
import {
  inside,
  type Noun,
  type Place,
  quote,
  quoteZh,
  report,
  reportUnknown,
  saidNoun,
} from "./place.ts";

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A mapping with no key but the known ones; unknown keys are reported and the rest is still read. */
export function readFields(
  value: unknown,
  place: Place,
  known: readonly string[],
): Fields | undefined {
  if (!isFields(value)) {
    report(place, {
      zh: `${quoteZh(value)} 不是映射；须含 ${known.join("、")}`,
      en: `${quote(value)} is not a mapping; expected one with ${known.join(", ")}`,
    });
    return undefined;
  }
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) reportUnknown(inside(place, key), "key", key, known);
  }
  return value;
}

export function readText(value: unknown, place: Place): string | undefined {
  if (typeof value === "string" && value.trim() !== "") return value;
  report(place, {
    zh: `${quoteZh(value)} 不是文字；请写文字`,
    en: `${quote(value)} is not a text; write one`,
  });
  return undefined;
}

/** Null when the key is left out. */
export function readOptionalText(value: unknown, place: Place): string | null {
  return value == null ? null : (readText(value, place) ?? null);
}

export function readWord<W extends string>(
  value: unknown,
  place: Place,
  words: readonly W[],
): W | undefined {
  const found = words.find((word) => word === value);
  if (found === undefined && typeof value === "string") reportUnknown(place, "word", value, words);
  else if (found === undefined)
    report(place, {
      zh: `${quoteZh(value)} 不在 ${words.join("、")} 之中`,
      en: `${quote(value)} is not one of ${words.join(", ")}`,
    });
  return found;
}

export function readDecimal(value: unknown, place: Place): Decimal | undefined {
  const parsed =
    typeof value === "number" || typeof value === "string" ? parseDecimal(value) : undefined;
  if (parsed === undefined)
    report(place, {
      zh: `${quoteZh(value)} 不是数；请写如 2.5`,
      en: `${quote(value)} is not a number; write one like 2.5`,
    });
  return parsed;
}

export function readOptionalDecimal(value: unknown, place: Place): Decimal | null {
  return value == null ? null : (readDecimal(value, place) ?? null);
}

/** False when the key is left out. */
export function readFlag(value: unknown, place: Place): boolean {
  if (typeof value === "boolean") return value;
  if (value != null)
    report(place, {
      zh: `${quoteZh(value)} 既非 true 也非 false`,
      en: `${quote(value)} is neither true nor false`,
    });
  return false;
}

export function readDate(value: unknown, place: Place): string | null {
  if (value == null) return null;
  if (isIsoDate(value)) return value;
  report(place, {
    zh: `${quoteZh(value)} 不是日期；请写作 YYYY-MM-DD`,
    en: `${quote(value)} is not a day; write it as YYYY-MM-DD`,
  });
  return null;
}

/** Reads each element with `readOne`; elements that do not fit are reported and left out. An absent list is empty. */
export function readList<T>(
  value: unknown,
  place: Place,
  readOne: (element: unknown, place: Place) => T | undefined,
): T[] {
  if (value == null) return [];
  if (!Array.isArray(value)) {
    report(place, { zh: `${quoteZh(value)} 不是列表`, en: `${quote(value)} is not a list` });
    return [];
  }
  const read: T[] = [];
  for (const [index, element] of value.entries()) {
    const one = readOne(element, inside(place, index));
    if (one !== undefined) read.push(one);
  }
  return read;
}

export function readTexts(value: unknown, place: Place): string[] {
  return readList(value, place, readText);
}

/** Reports every id that occurs a second time. */
export function reportRepeated(ids: readonly string[], place: Place, what: Noun): void {
  const noun = saidNoun(what);
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id))
      report(place, {
        zh: `${noun.zh}“${id}”出现两次；请各用各的标识`,
        en: `${what} "${id}" occurs twice; give each its own id`,
      });
    seen.add(id);
  }
}
