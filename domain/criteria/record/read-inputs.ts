/** Turns the inputs of a record into facts of the right type. A missing, null or impossible figure is unknown. */
import {
  compareDecimals,
  type Decimal,
  formatDecimal,
  parseDecimal,
} from "../../../lib/decimal.ts";
import { isIsoDate } from "../../../lib/iso-date.ts";
import { nearestNames } from "../../../lib/nearest-names.ts";
import type { Catalogue, Indicator, Title } from "../catalogue.ts";
import { findTitle } from "../find-title.ts";
import type { Inputs, Value } from "../inputs.ts";
import { type Fields, isFields } from "../read/read-values.ts";
import { isTitleValid, type TitleDates } from "../version/title-validity.ts";
import { readYear } from "./read-year.ts";

export interface ReadInputs {
  readonly inputs: Inputs;
  /** Values of the wrong type: the record cannot be judged. */
  readonly problems: readonly string[];
  /** What looks wrong but does not stop the judgement: names nobody knows, impossible or contradictory figures. */
  readonly flags: readonly string[];
}

export interface ReadOptions {
  readonly catalogue: Catalogue;
  /** Other names of inputs, such as the letters X, Y, Z of the size standard. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** The day on which titles given with their dates must be valid. */
  readonly asOf: string | undefined;
}

interface Reading {
  readonly values: Map<string, Value>;
  titles: ReadonlySet<string> | undefined;
  readonly unknownTitles: Set<string>;
  readonly problems: string[];
  readonly flags: string[];
}

export function readInputs(raw: Fields, options: ReadOptions): ReadInputs {
  const reading: Reading = {
    values: new Map(),
    titles: undefined,
    unknownTitles: new Set(),
    problems: [],
    flags: [],
  };
  for (const [key, value] of Object.entries(raw)) {
    if (key === "titles") reading.titles = readTitles(value, reading, options);
    else if (key === "manual") readManual(value, reading, options);
    else readOne(options.aliases?.[key] ?? key, value, reading, options);
  }
  flagContradictions(reading, options.catalogue);
  const { values, titles, unknownTitles, problems, flags } = reading;
  // Held by another entry of the list: the open one then says nothing more.
  for (const title of titles ?? []) unknownTitles.delete(title);
  return { inputs: { values, titles, unknownTitles }, problems, flags };
}

function readOne(key: string, value: unknown, reading: Reading, options: ReadOptions): void {
  const indicator = options.catalogue.indicators.get(key);
  if (indicator === undefined) {
    const [near] = nearestNames(key, options.catalogue.indicators.keys());
    reading.flags.push(
      `unknown_input: 没有指标“${key}”${near ? `，是否为“${near}”` : ""} / there is no indicator "${key}"${near ? ` (did you mean "${near}"?)` : ""}`,
    );
    return;
  }
  if (value === null) return;
  const read = readValue(indicator, value);
  if (read === undefined) {
    const { zh, en } = expected(indicator);
    const given = JSON.stringify(value);
    reading.problems.push(`“${key}”为 ${given}，应为${zh} / "${key}" is ${given}; expected ${en}`);
  } else if (typeof read === "object") keepFigure(indicator, read, reading);
  else reading.values.set(key, read);
}

function readValue(indicator: Indicator, value: unknown): Value | undefined {
  switch (indicator.type) {
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "word":
      return typeof value === "string" && indicator.words.includes(value) ? value : undefined;
    case "text":
      return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
    default:
      return typeof value === "number" || typeof value === "string"
        ? parseDecimal(value)
        : undefined;
  }
}

function expected({ type, words, unit }: Indicator): { readonly zh: string; readonly en: string } {
  if (type === "boolean") return { zh: " true、false 或 null", en: "true, false or null" };
  if (type === "word")
    return { zh: `${words.join("、")}之一或 null`, en: `one of ${words.join(", ")}, or null` };
  if (type === "text") return { zh: "文字或 null", en: "a text or null" };
  return unit === null
    ? { zh: "数或 null", en: "a number or null" }
    : { zh: `以${unit}计的数或 null`, en: `a number in ${unit} or null` };
}

/** A figure that cannot be (a share above 100 %, a count below 0) is flagged and not used. */
function keepFigure(indicator: Indicator, value: Decimal, reading: Reading): void {
  const { minimum, maximum } = indicator;
  const below = minimum !== null && compareDecimals(value, minimum) < 0;
  const above = maximum !== null && compareDecimals(value, maximum) > 0;
  if (below || above) {
    const [boundZh, bound, edge] = below
      ? ["低于", "below", minimum]
      : ["高于", "above", maximum ?? value];
    const [told, limit] = [formatDecimal(value), formatDecimal(edge)];
    reading.flags.push(
      `impossible: “${indicator.id}”为 ${told}，${boundZh} ${limit}，按未知处理 / "${indicator.id}" is ${told}, ${bound} ${limit}; taken as unknown`,
    );
    return;
  }
  if (indicator.type === "integer" && value.scale > 0) {
    const told = formatDecimal(value);
    reading.flags.push(
      `not_whole: “${indicator.id}”应为整数，实为 ${told} / "${indicator.id}" is ${told}, expected a whole number`,
    );
  }
  reading.values.set(indicator.id, value);
}

/** Names of valid titles, or `{title, valid_from, valid_to, entry_year}` to be checked against the day. */
function readTitles(
  value: unknown,
  reading: Reading,
  options: ReadOptions,
): ReadonlySet<string> | undefined {
  if (value === null) return undefined;
  if (!Array.isArray(value)) {
    reading.problems.push(
      `“titles”为 ${JSON.stringify(value)}，应为称号的列表或 null / "titles" is ${JSON.stringify(value)}; expected a list of titles or null`,
    );
    return undefined;
  }
  const held = new Set<string>();
  for (const entry of value as unknown[]) {
    const fields = isFields(entry) ? entry : { title: entry };
    const name = fields["title"] ?? fields["name"];
    const title = typeof name === "string" ? findTitle(name, options.catalogue) : undefined;
    if (typeof name !== "string")
      reading.problems.push(
        `称号写作 ${JSON.stringify(entry)}，应为其名称 / a title is ${JSON.stringify(entry)}; expected its name`,
      );
    else if (title === undefined)
      reading.flags.push(`unknown_title: 没有称号“${name}” / there is no title "${name}"`);
    else keepTitle(title, readTitleDates(fields, reading), { held, reading, asOf: options.asOf });
  }
  return held;
}

/** A bare name says that the title is valid; with dates, they decide, and what they leave open is not known. */
function keepTitle(
  title: Title,
  dates: TitleDates,
  { held, reading, asOf }: { held: Set<string>; reading: Reading; asOf: string | undefined },
): void {
  const isDated = Object.values(dates).some((date) => date !== undefined);
  const valid = isDated && asOf !== undefined ? isTitleValid(title, dates, asOf) : true;
  if (valid === true) held.add(title.id);
  else if (valid === "unknown") reading.unknownTitles.add(title.id);
}

function readTitleDates(fields: Fields, reading: Reading): TitleDates {
  const date = (key: string): string | undefined => {
    const value = fields[key];
    if (value == null || isIsoDate(value)) return value ?? undefined;
    const given = JSON.stringify(value);
    reading.problems.push(
      `称号的“${key}”为 ${given}，应为 YYYY-MM-DD / "${key}" of a title is ${given}; expected YYYY-MM-DD`,
    );
    return undefined;
  };
  const entryYear = readYear(fields["entry_year"]);
  if (entryYear === undefined && fields["entry_year"] != null) {
    const given = JSON.stringify(fields["entry_year"]);
    reading.problems.push(
      `称号的“entry_year”为 ${given}，应为年份 / "entry_year" of a title is ${given}; expected a year`,
    );
  }
  return { from: date("valid_from"), to: date("valid_to"), entryYear };
}

const answers: Readonly<Record<string, boolean>> = {
  met: true,
  not_met: false,
  unmet: false,
  failed: false,
};

const notYet: readonly unknown[] = ["unknown", "pending", "unverified"];

/** What a person has verified: `{chain_role: "met"}`. */
function readManual(value: unknown, reading: Reading, options: ReadOptions): void {
  if (value === null) return;
  if (!isFields(value)) {
    reading.problems.push(
      `“manual”为 ${JSON.stringify(value)}，应为各项到 met 或 not_met 的映射 / "manual" is ${JSON.stringify(value)}; expected a mapping to met or not_met`,
    );
    return;
  }
  for (const [key, answer] of Object.entries(value)) {
    if (answer === null || notYet.includes(answer)) continue;
    const truth = typeof answer === "string" ? answers[answer] : answer;
    if (typeof truth !== "boolean") {
      reading.problems.push(
        `manual 的“${key}”为 ${JSON.stringify(answer)}，应为 met、not_met 或 unknown / manual "${key}" is ${JSON.stringify(answer)}; expected met, not_met or unknown`,
      );
    } else readOne(key, truth, reading, options);
  }
}

function flagContradictions(reading: Reading, catalogue: Catalogue): void {
  for (const { id, nameZh, nameEn, less, more } of catalogue.contradictions) {
    const [a, b] = [reading.values.get(less), reading.values.get(more)];
    if (typeof a === "object" && typeof b === "object" && compareDecimals(a, b) > 0) {
      const told = `(${less} ${formatDecimal(a)} > ${more} ${formatDecimal(b)})`;
      reading.flags.push(`${id}: ${nameZh} ${told} / ${nameEn} ${told}`);
    }
  }
}
