/** Spans of time on the command line. */
import { expect, test } from "vitest";

import { parseDuration } from "../../cli/parse-duration.ts";

test.each([
  ["1s", 1],
  ["90s", 90],
  ["15m", 900],
  ["12h", 43_200],
  ["30d", 2_592_000],
])("%s is %i seconds", (text, seconds) => {
  expect(parseDuration(text, "30d")).toBe(seconds);
});

test.each(["", "0s", "1", "s", "1.5h", "-1h", "1w", "31d", "01h", " 1h", "99999999s"])(
  "%j is refused",
  (text) => {
    expect(() => parseDuration(text, "30d")).toThrow(
      `"${text}" is not a span of time, expected such as 90s, 15m, 12h, 7d, at most 30d.`,
    );
  },
);
