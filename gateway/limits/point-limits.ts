/**
 * Points that may be spent: by each subject, by each area together, and by all. A token bucket each: it fills with time
 * up to a burst, and an operation takes its cost out of all three or is told when to come again.
 */
import { LRUCache } from "lru-cache";

import type { Principal } from "../../domain/access/principal.ts";
import { GoldseedError } from "../../domain/errors.ts";

export interface PointRates {
  readonly perSubject: number;
  readonly perArea: number;
  readonly total: number;
  /** Seconds of its rate that a bucket holds. */
  readonly burstS: number;
}

/** In production where nothing is set: a portrait costs about 20, a page of a hundred names 6. */
export const usualRates = { perSubject: 2_000, perArea: 6_000, total: 30_000 } as const;

interface Bucket {
  points: number;
  atMs: number;
}

/** Subjects seen lately; one pushed out begins with a full bucket, which is what a long pause gives anyway. */
const maxBuckets = 20_000;

export class PointLimits {
  readonly #rates: PointRates;
  readonly #clock: () => number;
  readonly #buckets = new LRUCache<string, Bucket>({ max: maxBuckets });

  /** @param clock milliseconds, only ever growing. */
  constructor(rates: PointRates, clock: () => number = () => performance.now()) {
    this.#rates = rates;
    this.#clock = clock;
  }

  /** @throws GoldseedError RATE_LIMITED for the caller's own limits, OVERLOADED for that of all; nothing is taken then. */
  charge(principal: Pick<Principal, "subject" | "tier" | "areaCodes">, cost: number): void {
    const { perSubject, perArea, total } = this.#rates;
    const all = [
      [`subject ${principal.subject}`, perSubject],
      [areaKey(principal), perArea],
      ["total", total],
    ] as const;
    const buckets = all.map(([key, rate]) => ({ key, rate, bucket: this.#filled(key, rate) }));
    for (const { key, rate, bucket } of buckets) {
      const needed = Math.min(cost, rate * this.#rates.burstS);
      if (bucket.points < needed)
        throw exhausted(key === "total", Math.ceil((needed - bucket.points) / rate));
    }
    for (const { bucket } of buckets) bucket.points -= cost;
  }

  #filled(key: string, rate: number): Bucket {
    const now = this.#clock();
    const full = rate * this.#rates.burstS;
    const bucket = this.#buckets.get(key) ?? { points: full, atMs: now };
    bucket.points = Math.min(full, bucket.points + ((now - bucket.atMs) / 1_000) * rate);
    bucket.atMs = now;
    this.#buckets.set(key, bucket);
    return bucket;
  }
}

/** Callers of one town, zone, district or city share what their area may use. */
export function areaKey({ tier, areaCodes }: Pick<Principal, "tier" | "areaCodes">): string {
  return `${tier} ${areaCodes.join(",")}`;
}

function exhausted(everybody: boolean, retryAfterS: number): GoldseedError {
  const details = { retryAfterS };
  return everybody
    ? new GoldseedError(
        "OVERLOADED",
        `系统繁忙，请 ${retryAfterS} 秒后再试。 The gateway is at its limit; try again in ${retryAfterS} s.`,
        { details },
      )
    : new GoldseedError(
        "RATE_LIMITED",
        `查询过于频繁，请 ${retryAfterS} 秒后再试。 Too many points were asked for; try again in ${retryAfterS} s, or ask for fewer rows at once.`,
        { details },
      );
}
