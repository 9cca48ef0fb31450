/** Live records of the city platform, batched by credit code within one request. */
import DataLoader from "dataloader";

import { GoldseedError } from "../../domain/errors.ts";
import type { CityRecord } from "../../schema/generated/types.ts";

export interface CityRecordLoader {
  load(creditCode: string): Promise<CityRecord | null>;
}

/** Asks the platform for many records at once; null for those it does not hold. @throws when it is away. */
export type FetchCityRecords = (
  creditCodes: readonly string[],
) => Promise<ReadonlyMap<string, CityRecord>>;

/** What the platform accepts in one call (docs/city-protocol.md). */
const maxBatchSize = 100;

/** @param fetch null when no platform is configured: every field is then null with that reason. */
export function createCityRecordLoader(fetch: FetchCityRecords | null): CityRecordLoader {
  return new LateLoader(fetch);
}

/** Every request has one and few load anything: what batches is made with the first record asked for. */
class LateLoader implements CityRecordLoader {
  readonly #fetch: FetchCityRecords | null;
  #batches: DataLoader<string, CityRecord | null> | undefined;

  constructor(fetch: FetchCityRecords | null) {
    this.#fetch = fetch;
  }

  load(creditCode: string): Promise<CityRecord | null> {
    return (this.#batches ??= batchesOf(this.#fetch)).load(creditCode);
  }
}

function batchesOf(fetch: FetchCityRecords | null): DataLoader<string, CityRecord | null> {
  return new DataLoader<string, CityRecord | null>(
    async (codes) => {
      if (!fetch)
        return codes.map(
          () =>
            new GoldseedError(
              "CITY_UNAVAILABLE",
              "没有配置市级平台地址（CITY_PLATFORM_URL）。 No city platform is configured.",
            ),
        );
      try {
        const records = await fetch(codes);
        return codes.map((code) => records.get(code) ?? null);
      } catch (cause) {
        return codes.map(
          () =>
            new GoldseedError(
              "CITY_UNAVAILABLE",
              "市级平台暂不可用，其余字段不受影响。 The city platform is away; all other fields are answered.",
              { cause },
            ),
        );
      }
    },
    { maxBatchSize },
  );
}
