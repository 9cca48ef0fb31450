/** Dates that do not exist are refused, leap days are met. */
import { expect, test } from "vitest";

import { addYears, isIsoDate } from "../../lib/iso-date.ts";

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

test("adds years, the leap day becoming the 28th", () => {
  expect(addYears("2022-12-31", 3)).toBe("2025-12-31");
  expect(addYears("2024-02-29", 3)).toBe("2027-02-28");
});
