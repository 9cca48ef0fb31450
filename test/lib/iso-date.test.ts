/** Dates that do not exist are refused; 29 February is one in a leap year. */
import { expect, test } from "vitest";

import { isIsoDate } from "../../lib/iso-date.ts";

test.each([
  ["2024-02-29", true],
  ["2026-02-29", false],
  ["2026-13-01", false],
  ["2026-1-1", false],
  ["2026-01-01T00:00:00Z", false],
  ["0000-01-01", false],
  [20260101, false],
])("%j is a date: %s", (value, is) => {
  expect(isIsoDate(value)).toBe(is);
});
