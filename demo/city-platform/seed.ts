/** Titles handed in as JSON lines: checked whole, every problem named by its line, then written in portions. */
import { isDate, isMembers, type Members } from "./checks.ts";
import { isCreditCode } from "./credit-code.ts";
import type { Database } from "./database.ts";
import { Refusal } from "./refusal.ts";
import { filingStatuses, titleKinds, titleLevels, titleStatuses } from "./vocabulary.ts";
import {
  type Filing,
  type KnownEnterprise,
  type NewTitle,
  writeEnterprises,
  writeTitles,
} from "./write-titles.ts";

const portion = 2000;
const problemsShown = 20;

export interface SeedCounts {
  readonly titles: number;
  readonly enterprises: number;
}

export interface Seed {
  readonly titles: readonly NewTitle[];
  readonly enterprises: readonly KnownEnterprise[];
}

/** Reads all lines; throws MALFORMED with the first problems when any line is wrong. */
export function parseSeed(text: string, district: string): Seed {
  const titles: NewTitle[] = [];
  const enterprises: KnownEnterprise[] = [];
  const problems: { path: string; message: string }[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const parsed = parseLine(line, district);
    if (typeof parsed === "string") problems.push({ path: `line ${index + 1}`, message: parsed });
    else {
      enterprises.push(parsed.enterprise);
      if (parsed.title !== null) titles.push(parsed.title);
    }
  }
  if (problems.length > 0) {
    throw new Refusal("MALFORMED", `${problems.length} lines of the seed are wrong`, {
      details: { problems: problems.slice(0, problemsShown), count: problems.length },
    });
  }
  return { titles, enterprises };
}

export async function writeSeed(database: Database, seed: Seed): Promise<SeedCounts> {
  return database.write(async (client) => {
    for (let start = 0; start < seed.enterprises.length; start += portion) {
      await writeEnterprises(client, seed.enterprises.slice(start, start + portion));
    }
    let changed = 0;
    for (let start = 0; start < seed.titles.length; start += portion) {
      changed += await writeTitles(client, seed.titles.slice(start, start + portion));
    }
    return { titles: changed, enterprises: seed.enterprises.length };
  });
}

interface Line {
  readonly enterprise: KnownEnterprise;
  readonly title: NewTitle | null;
}

function parseLine(line: string, district: string): Line | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "is not JSON";
  }
  if (!isMembers(value)) return "is not an object";
  const { creditCode, name } = value;
  if (typeof creditCode !== "string" || !isCreditCode(creditCode)) {
    return `creditCode "${String(creditCode)}" is not valid`;
  }
  if (typeof name !== "string" || name === "") return "name is missing";
  const place = typeof value["district"] === "string" ? value["district"] : district;
  const filing = parseFiling(value["filing"]);
  if (typeof filing === "string") return filing;
  const enterprise = { creditCode, district: place, name, filing };
  if (value["kind"] === undefined) return { enterprise, title: null };
  const title = parseTitle(value, { creditCode, name, district: place });
  return typeof title === "string" ? title : { enterprise, title };
}

/** A title from a seed line or an admin request; a sentence when it is wrong. */
export function parseTitle(
  value: Members,
  owner: { readonly creditCode: string; readonly name: string; readonly district: string },
): NewTitle | string {
  const { kind, batch, level, status } = value;
  if (!oneOf(kind, titleKinds)) return `kind "${String(kind)}" is not known`;
  if (!oneOf(level, titleLevels)) return `level "${String(level)}" is not known`;
  if (!oneOf(status, titleStatuses)) return `status "${String(status)}" is not known`;
  if (typeof batch !== "string" || !/^[^|\p{Cc}]{1,40}$/u.test(batch)) return "batch is wrong";
  const dates = [value["validFrom"] ?? null, value["validTo"] ?? null];
  for (const date of dates)
    if (date !== null && !isDate(date)) return `date ${JSON.stringify(date)} is wrong`;
  const certificateNo = typeof value["certificateNo"] === "string" ? value["certificateNo"] : null;
  const [validFrom, validTo] = dates as (string | null)[];
  return {
    ...owner,
    kind,
    batch,
    level,
    status,
    certificateNo,
    validFrom: validFrom ?? null,
    validTo: validTo ?? null,
  };
}

function parseFiling(value: unknown): Filing | null | string {
  if (value === undefined || value === null) return null;
  if (!isMembers(value)) return "filing is not an object";
  const { year, status, submittedOn } = value;
  if (typeof year !== "number" || !Number.isInteger(year)) return "filing.year is wrong";
  if (!oneOf(status, filingStatuses)) return `filing.status "${String(status)}" is not known`;
  return { year, status, submittedOn: isDate(submittedOn) ? submittedOn : null };
}

function oneOf(value: unknown, list: readonly string[]): value is string {
  return typeof value === "string" && list.includes(value);
}
