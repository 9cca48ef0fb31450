/** Which texts name a moment. */
import { expect, test } from "vitest";

import { isInstant } from "../../lib/is-instant.ts";

test.each([
  "2026-11-27T08:00:00Z",
  "2026-11-27T08:00:00+08:00",
  "2026-11-27T08:00:00.123456-03:30",
  "2024-02-29T23:59:59Z",
])("%s is one", (text) => {
  expect(isInstant(text)).toBe(true);
});

test.each([
  ["no zone", "2026-11-27T08:00:00"],
  ["a day alone", "2026-11-27"],
  ["a day that does not exist", "2026-02-30T00:00:00Z"],
  ["no seconds", "2026-11-27T08:00Z"],
  ["hour 24", "2026-11-27T24:00:00Z"],
  ["a leap second", "2026-11-27T23:59:60Z"],
  ["a zone that is none", "2026-11-27T08:00:00+23:00"],
  ["the year nought", "0000-01-01T00:00:00Z"],
  ["something behind it", "2026-11-27T08:00:00Z "],
])("%s is none: %s", (_why, text) => {
  expect(isInstant(text)).toBe(false);
});
