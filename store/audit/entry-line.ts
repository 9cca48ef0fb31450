/**
 * Entries as COPY tells them: one line each, a third of what rows of the driver cost. What a line means is exactly what a
 * row of `readAudit` means; test/store/audit/entry-line.pg.test.ts holds the two against each other.
 */
import type { StoredEntry } from "./audit-rows.ts";

/** In the order in which `entryOf` takes them. Lists come as JSON: PostgreSQL's own notation has more rules. */
export const lineColumns = `sequence, at, actor, on_behalf_of, tier, purpose, category, action, outcome, operation_hash,
  array_to_json(fields), row_count, array_to_json(refused_fields), array_to_json(credit_codes), policy_version, request_id,
  details, previous_digest, digest`;

/** @param line of COPY's text format, with the time in UTC and ISO. */
export function entryOf(line: string): StoredEntry {
  const parts = line.split("\t");
  return {
    sequence: textOf(parts[0]),
    at: instantOf(textOf(parts[1])),
    actor: textOf(parts[2]),
    onBehalfOf: textOrNull(parts[3]),
    tier: textOrNull(parts[4]),
    purpose: textOrNull(parts[5]),
    category: textOf(parts[6]) as StoredEntry["category"],
    action: textOf(parts[7]),
    outcome: textOf(parts[8]) as StoredEntry["outcome"],
    operationHash: textOrNull(parts[9]),
    fields: jsonOrNull(parts[10]),
    rowCount: jsonOrNull(parts[11]),
    refusedFields: jsonOrNull(parts[12]),
    creditCodes: jsonOrNull(parts[13]),
    policyVersion: textOrNull(parts[14]),
    requestId: textOrNull(parts[15]),
    details: jsonOrNull(parts[16]),
    previousDigest: textOf(parts[17]),
    digest: textOf(parts[18]),
  };
}

/** Lists, numbers and objects as the columns' types are. */
function jsonOrNull(part: string | undefined) {
  return part === "\\N" ? null : JSON.parse(textOf(part));
}

function textOrNull(part: string | undefined): string | null {
  return part === "\\N" ? null : textOf(part);
}

/** `2026-11-27 08:09:10.123+00` as `2026-11-27T08:09:10.123Z`. */
function instantOf(text: string): string {
  const isUsual = text.length === 26 && text.endsWith("+00") && text[19] === ".";
  return isUsual ? `${text.slice(0, 10)}T${text.slice(11, 23)}Z` : unusualInstant(text);
}

/** No or two digits of milliseconds, because PostgreSQL leaves out zeros at the end; microseconds, when there are any. */
function unusualInstant(text: string): string {
  const [day, time = ""] = text.replace(/\+00$/u, "").split(" ");
  const [second, fraction = ""] = time.split(".");
  return `${day}T${second}.${fraction.padEnd(fraction.length > 3 ? 6 : 3, "0")}Z`;
}

const escapes: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** A part that is not there gives what no entry has, so that its digest does not hold. */
function textOf(text = ""): string {
  if (!text.includes("\\")) return text;
  return text.replaceAll(/\\(.)/gsu, (_, letter: string) => escapes[letter] ?? letter);
}
