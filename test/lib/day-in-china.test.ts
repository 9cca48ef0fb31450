import { expect, test } from "vitest";

import { dayInChina } from "../../lib/day-in-china.ts";

test.each([
  ["2026-11-27T15:59:59.999Z", "2026-11-27"],
  ["2026-11-27T16:00:00.000Z", "2026-11-28"],
  ["2026-12-31T23:30:00.000Z", "2027-01-01"],
  ["2027-01-01T00:00:00.000Z", "2027-01-01"],
])("%s is %s in China", (instant, day) => {
  expect(dayInChina(Date.parse(instant))).toBe(day);
});
