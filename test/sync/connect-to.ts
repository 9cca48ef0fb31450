/** The product's client towards a city of the tests: short limits, no breaker in the way. */
import { Breaker } from "../../sync/platform/http/breaker.ts";
import { createHttpPlatform } from "../../sync/platform/http/http-platform.ts";
import type { CityPlatform } from "../../sync/platform/port.ts";
import { cityKey } from "../demo/city-platform/city-key.ts";

export const district = "370211";

export function connectTo(origin: string): CityPlatform {
  return createHttpPlatform({
    origin,
    district,
    key: cityKey,
    limits: { connectTimeoutMs: 1_000, deadlineMs: 5_000, maxAnswerBytes: 4_000_000 },
    readAttempts: 1,
    breaker: new Breaker({ threshold: 1_000_000, restMs: 1, nowMs: Date.now }),
  });
}
