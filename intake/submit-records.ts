/**
 * Records entered by hand, or by a machine a few at a time: the checks, the quarantine and the report of a file. A town or
 * a zone may speak only of enterprises of its own, which it has to name by their credit codes.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { isInScope } from "../domain/access/authorize.ts";
import type { Principal } from "../domain/access/principal.ts";
import { isCreditCode, normaliseCreditCode } from "../domain/enterprise/credit-code.ts";
import { GoldseedError } from "../domain/errors.ts";
import type { Pool } from "../store/pool.ts";
import { findPlaces } from "../store/queries/find-places.ts";
import { type QuarantineEntry, readQuarantine } from "../store/queries/import-quarantine.ts";
import { fitHeader } from "./describe/fit-header.ts";
import { loadDescription } from "./describe/load-description.ts";
import type { SourceDescription } from "./describe/source-description.ts";
import type { ImportOutcome } from "./import-records.ts";
import { importerOf } from "./thread/importer.ts";

export interface Submission {
  readonly sourceId: string;
  /** By the headers or field names of the source. */
  readonly records: readonly unknown[];
  readonly dryRun: boolean;
  readonly signal?: AbortSignal;
}

export interface SubmissionOutcome extends ImportOutcome {
  /** Records that were not taken in; `line` is the number of the record, from 1. */
  readonly quarantined: readonly QuarantineEntry[];
}

/** More come as a file. */
const mostRecords = 1_000;

type Fields = Readonly<Record<string, unknown>>;

/**
 * @throws GoldseedError NOT_FOUND for an unknown source, and for enterprises that are absent or not the caller's, with the
 * numbers of all such records; FORBIDDEN for who exists, which the district alone says; BAD_USER_INPUT; what importRecords throws.
 */
export async function submitRecords(
  pool: Pool,
  principal: Principal,
  { sourceId, records, dryRun, signal }: Submission,
): Promise<SubmissionOutcome> {
  const { description } = await loadDescription(sourceId);
  const fields = records.map(fieldsOf);
  if (fields.length === 0 || fields.length > mostRecords) throw wrongCount(fields.length);
  await assertOwn(pool, principal, { description, fields });
  const folder = await mkdtemp(join(tmpdir(), "goldseed-form-"));
  try {
    const path = join(folder, "form.jsonl");
    await writeFile(path, fields.map((one) => `${JSON.stringify(one)}\n`).join(""));
    const startedBy = principal.subject;
    const request = { sourceId, path, startedBy, dryRun, signal, way: "FORM" } as const;
    const outcome = await importerOf(pool).importRecords(request);
    return { ...outcome, quarantined: dryRun ? [] : await quarantineOf(pool, outcome.runId) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Spoken {
  readonly description: SourceDescription;
  readonly fields: readonly Fields[];
}

async function assertOwn(pool: Pool, principal: Principal, spoken: Spoken): Promise<void> {
  if (principal.tier === "DISTRICT") return;
  const { description, fields } = spoken;
  if (description.target === "ENTERPRISES") throw notTheDistrict(description);
  const codes = fields.map((one) => codeOf(one, description));
  const places = await findPlaces(pool, codes.filter(isCreditCode));
  const foreign = codes.flatMap((code, i) => {
    const place = places.get(code);
    return place !== undefined && isInScope(principal, place) ? [] : [i + 1];
  });
  if (foreign.length > 0) throw notOwn(foreign, description);
}

/** Empty when the record names none; a code beside a second one is refused with the header later. */
function codeOf(record: Fields, description: SourceDescription): string {
  const names = Object.keys(record);
  const { places } = fitHeader(names, description);
  const column = description.columns.findIndex(({ into }) => into.includes("mention.code"));
  const value = record[names[places[column] ?? -1] ?? ""];
  return typeof value === "string" ? normaliseCreditCode(value) : "";
}

/** A number beyond 2^53 has lost its last digits on the way here: shown as such, it fails its check as a rounded code. */
function fieldsOf(record: unknown, i: number): Fields {
  if (typeof record !== "object" || record === null || Array.isArray(record)) {
    throw new GoldseedError(
      "BAD_USER_INPUT",
      `第 ${i + 1} 条不是对象 / Record ${i + 1} is no object; expected names and values of the source's columns.`,
    );
  }
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER
        ? value.toExponential()
        : value,
    ]),
  );
}

async function quarantineOf(pool: Pool, runId: string): Promise<readonly QuarantineEntry[]> {
  const entries: QuarantineEntry[] = [];
  for await (const entry of readQuarantine(pool, { runId })) entries.push(entry);
  return entries;
}

function wrongCount(count: number): GoldseedError {
  return new GoldseedError(
    "BAD_USER_INPUT",
    `有 ${count} 条记录，应为 1 至 ${mostRecords} 条；更多请用文件 / ${count} records were sent, expected 1 to ${mostRecords}; send more as a file.`,
  );
}

function notTheDistrict({ names }: SourceDescription): GoldseedError {
  return new GoldseedError(
    "FORBIDDEN",
    `“${names.zh}”只能由区级录入 / Only the district may enter ${names.en}.`,
  );
}

function notOwn(numbers: readonly number[], { columns }: SourceDescription): GoldseedError {
  const header = columns.find(({ into }) => into.includes("mention.code"))?.headers[0] ?? "";
  const list = numbers.join(", ");
  return new GoldseedError(
    "NOT_FOUND",
    `第 ${list} 条的“${header}”不是本辖区企业的统一社会信用代码，整批未录入 / The "${header}" of record ${list} is not the credit code of an enterprise in your area. Nothing was entered.`,
    { details: { records: numbers } },
  );
}
