/** Of two clocks no more is told than is certain. */
import { expect, test } from "vitest";

import { certainDriftMs, type ClockReading } from "../../lib/clock-drift.ts";

const cases: readonly (readonly [string, ClockReading, number])[] = [
  ["said while we waited", { askedMs: 1_000, heardMs: 1_900, saidMs: 1_400 }, 0],
  ["said before we asked: ours is ahead", { askedMs: 9_000, heardMs: 9_100, saidMs: 4_000 }, 5_000],
  [
    "said after we heard: ours is behind",
    { askedMs: 1_000, heardMs: 1_100, saidMs: 4_100 },
    -3_000,
  ],
  [
    "whole seconds may hide one",
    { askedMs: 9_000, heardMs: 9_100, saidMs: 7_000, saidUntilMs: 8_000 },
    1_000,
  ],
  [
    "whole seconds that hold our own",
    { askedMs: 7_500, heardMs: 7_600, saidMs: 7_000, saidUntilMs: 8_000 },
    0,
  ],
];

test.each(cases)("%s", (_title, reading, drift) => {
  expect(certainDriftMs(reading)).toBe(drift);
});
