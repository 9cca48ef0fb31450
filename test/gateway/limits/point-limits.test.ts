/** Points are counted by subject, area and all, and come back with time. */
import { expect, test } from "vitest";

import { PointLimits } from "../../../gateway/limits/point-limits.ts";
import { principal } from "../../kit/graph.ts";

const rates = { perSubject: 100, perArea: 250, total: 400, burstS: 10 };
const towns = (name: string, subject = name) => principal("TOWN", [name], { subject });

/** How many operations of a cost pass before the first that does not. */
function passing(limits: PointLimits, who: ReturnType<typeof towns>, cost: number): number {
  for (let count = 0; ; count++) {
    try {
      limits.charge(who, cost);
    } catch {
      return count;
    }
  }
}

test("a subject has its burst, then its rate, and is told when to come again", () => {
  let now = 0;
  const limits = new PointLimits(rates, () => now);
  expect(passing(limits, towns("a"), 10)).toBe(100);
  expect(() => limits.charge(towns("a"), 150)).toThrow(
    expect.objectContaining({ code: "RATE_LIMITED", details: { retryAfterS: 2 } }) as Error,
  );
  now += 2_000;
  expect(passing(limits, towns("a"), 10)).toBe(20);
  now += 3_600_000;
  expect(passing(limits, towns("a"), 10)).toBe(100);
});

test("subjects of one town share what the town has, other towns have theirs, all have a ceiling", () => {
  const limits = new PointLimits(rates, () => 0);
  expect(passing(limits, towns("a", "one"), 10)).toBe(100);
  expect(passing(limits, towns("a", "two"), 10)).toBe(100);
  expect(passing(limits, towns("a", "three"), 10)).toBe(50);
  expect(passing(limits, towns("b", "four"), 10)).toBe(100);
  expect(passing(limits, towns("c", "five"), 10)).toBe(50);
  expect(() => limits.charge(towns("d", "six"), 1)).toThrow(
    expect.objectContaining({ code: "OVERLOADED" }) as Error,
  );
});

test("an operation above the whole burst passes when the bucket is full, and is paid off afterwards", () => {
  let now = 0;
  const limits = new PointLimits(rates, () => now);
  limits.charge(towns("a"), 1_500);
  now += 5_000;
  expect(() => limits.charge(towns("a"), 1)).toThrow(/try again in 1 s/u);
  now += 1_000;
  limits.charge(towns("a"), 1);
});
