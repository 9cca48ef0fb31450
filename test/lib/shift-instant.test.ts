import { expect, it } from "vitest";

import { shiftInstant } from "../../lib/shift-instant.ts";

it.each([
  ["2024-03-01T00:00:30", -60, "2024-02-29T23:59:30"],
  ["2024-03-01 00:00:30.123", 0, "2024-03-01 00:00:30.123"],
  ["2024-12-31T23:59:59+08:00", 1, "2025-01-01T00:00:00+08:00"],
  ["2024-03-01T00:00:30Z", 3_600, "2024-03-01T01:00:30Z"],
  ["2024-03-01", 1, null],
  ["2024-13-01T00:00:00", 1, null],
  ["1709251200", 1, null],
])("moves %s by %d seconds to %s", (text, seconds, expected) => {
  expect(shiftInstant(text, seconds)).toBe(expected);
});
