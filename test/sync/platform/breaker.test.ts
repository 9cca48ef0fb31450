import { beforeEach, describe, expect, test } from "vitest";

import { Breaker } from "../../../sync/platform/http/breaker.ts";
import { retryDelayMs } from "../../../sync/platform/retry-delay.ts";

describe("the breaker", () => {
  let now = 0;
  let breaker: Breaker;
  const fail = (times: number): void => {
    for (let i = 0; i < times; i++) breaker.failed();
  };
  beforeEach(() => {
    now = 1_000;
    breaker = new Breaker({ threshold: 3, restMs: 60_000, nowMs: () => now });
  });

  test("stays closed below its threshold, and a success starts the count again", () => {
    fail(2);
    breaker.succeeded();
    fail(2);
    expect([breaker.state, breaker.admit()]).toEqual(["CLOSED", true]);
  });

  test("opens at its threshold and lets nothing through until it has rested", () => {
    fail(3);
    expect([breaker.state, breaker.admit()]).toEqual(["OPEN", false]);
    now += 59_999;
    expect(breaker.admit()).toBe(false);
  });

  test("after its rest one request probes: its success closes it, its failure opens it anew", () => {
    fail(3);
    now += 60_000;
    expect([breaker.admit(), breaker.admit(), breaker.state]).toEqual([true, false, "PROBING"]);
    breaker.failed();
    expect(breaker.admit()).toBe(false);
    now += 60_000;
    expect(breaker.admit()).toBe(true);
    breaker.succeeded();
    expect([breaker.state, breaker.admit(), breaker.admit()]).toEqual(["CLOSED", true, true]);
  });

  test("a probe that ends without a word leaves room for another", () => {
    fail(3);
    now += 60_000;
    breaker.admit();
    breaker.withdrawn();
    expect(breaker.admit()).toBe(true);
  });
});

test.each([
  [1, null, 1, 200],
  [3, null, 1, 800],
  [3, null, 0.5, 400],
  [3, null, 0, 0],
  [40, null, 1, 5_000],
  [1, 3_000, 0, 3_000],
  [1, 3_000, 1, 3_050],
] as const)("retry %i after being told to wait %s at luck %d waits %i ms", (...row) => {
  const [attempt, asked, luck, ms] = row;
  const options = { baseMs: 200, capMs: 5_000, random: () => luck };
  expect(retryDelayMs(attempt, asked, options)).toBe(ms);
});
