/**
 * What the city platform shows of enterprises right now, for readers who wait: many codes in one call, a deadline, a
 * short cache, and one call for equal questions at the same time. The breaker is the platform client's own.
 */
import { LRUCache } from "lru-cache";

import type { TitleKind, TitleLevel, TitleStatus } from "../domain/vocabulary.ts";
import { PlatformFailure } from "./platform/platform-failure.ts";
import type { CityPlatform } from "./platform/port.ts";
import { cityRecordSchema, type CityRecord } from "./protocol/city-records.ts";
import { titleSchema } from "./protocol/title-page.ts";

export interface LiveCityTitle {
  readonly kind: TitleKind;
  readonly level: TitleLevel;
  readonly batch: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly status: TitleStatus;
}

export interface LiveCityRecord {
  readonly name: string;
  readonly titles: readonly LiveCityTitle[];
  readonly updatedAt: string;
  /** When it was fetched: an answer from the cache is older than the question. */
  readonly fetchedAt: string;
}

export interface CityRecordReaderOptions {
  readonly platform: CityPlatform;
  /** A reader waits no longer than this. */
  readonly deadlineMs: number;
  /** How long an answer is good for; 0 asks every time. */
  readonly cacheMs: number;
  readonly now?: () => Date;
}

/** Answers the records that the platform has; a code it does not have is left out. Rejects when the platform is away. */
export type CityRecordReader = (
  creditCodes: readonly string[],
) => Promise<ReadonlyMap<string, LiveCityRecord>>;

/** The protocol's limit for one call. */
const mostCodes = 100;
const mostKept = 20_000;

/** Not held is an answer too, and kept as long. */
type Kept = { readonly record: LiveCityRecord | null };

export function createCityRecordReader(options: CityRecordReaderOptions): CityRecordReader {
  const { cacheMs } = options;
  const kept = cacheMs > 0 ? new LRUCache<string, Kept>({ max: mostKept, ttl: cacheMs }) : null;
  const asked = new Map<string, Promise<Kept>>();
  const ask = (codes: readonly string[]): void => {
    const answer = fetchRecords(options, codes);
    for (const code of codes) {
      const one = answer.then((found) => ({ record: found.get(code) ?? null }));
      asked.set(code, one);
      one
        .then((value) => kept?.set(code, value))
        .catch(() => undefined)
        .finally(() => asked.delete(code))
        .catch(() => undefined);
    }
  };
  return async (creditCodes) => {
    const codes = [...new Set(creditCodes)];
    const fresh = codes.filter((code) => kept?.has(code) !== true && !asked.has(code));
    for (let start = 0; start < fresh.length; start += mostCodes) {
      ask(fresh.slice(start, start + mostCodes));
    }
    const answers = await Promise.all(
      codes.map(async (code) => [code, kept?.get(code) ?? (await asked.get(code))] as const),
    );
    return new Map(
      answers.flatMap(([code, answer]) => (answer?.record == null ? [] : [[code, answer.record]])),
    );
  };
}

async function fetchRecords(
  { platform, deadlineMs, now = () => new Date() }: CityRecordReaderOptions,
  codes: readonly string[],
): Promise<ReadonlyMap<string, LiveCityRecord>> {
  const signal = AbortSignal.timeout(deadlineMs);
  const { value } = await platform.records(codes, signal).catch((error: unknown) => {
    const late = error instanceof PlatformFailure && error.kind === "ABORTED";
    // The reader gave up because the platform was slow: that is the platform's failing, and told as one.
    throw late ? new PlatformFailure("IN_DOUBT", `no answer in ${deadlineMs} ms`) : error;
  });
  const fetchedAt = now().toISOString();
  const wanted = new Set(codes);
  const found = new Map<string, LiveCityRecord>();
  for (const candidate of value.records) {
    const parsed = cityRecordSchema.safeParse(candidate);
    // A record that is not of the protocol, or was not asked for, is no record: the others stand.
    if (!parsed.success || !wanted.has(parsed.data.creditCode)) continue;
    found.set(parsed.data.creditCode, liveRecord(parsed.data, fetchedAt));
  }
  return found;
}

function liveRecord(record: CityRecord, fetchedAt: string): LiveCityRecord {
  const titles = record.titles.flatMap((candidate) => {
    const parsed = titleSchema.safeParse(candidate);
    if (!parsed.success || parsed.data.creditCode !== record.creditCode) return [];
    const { kind, level, batch, validFrom, validTo, status } = parsed.data;
    return [{ kind, level, batch, validFrom, validTo, status }];
  });
  return { name: record.name, titles, updatedAt: record.updatedAt, fetchedAt };
}
