/** The statistic that compares times: it finds a shift of a fiftieth beneath a machine's noise, and none where none is. */
import { expect, test } from "vitest";

import { croppedWelch } from "../../bench/access/statistics.ts";
import { randomFrom } from "../kit/generate-operation.ts";

/** Times of about 500 µs, spread by a tenth, one in twenty of them held up by something else for up to a second. */
function times(seed: number, shift: number): readonly number[] {
  const random = randomFrom(seed);
  return Array.from({ length: 2_000 }, () => {
    const spread = Array.from({ length: 6 }, random).reduce((sum, each) => sum + each, -3) * 50;
    return 500 + shift + spread + (random() < 0.05 ? random() * 1_000_000 : 0);
  });
}

test.each([1, 2, 3, 4, 5])("lists of one kind are one kind (seed %i)", (seed) => {
  expect(Math.abs(croppedWelch(times(seed, 0), times(seed + 100, 0)))).toBeLessThan(4.5);
});

test.each([1, 2, 3, 4, 5])("a list that takes a fiftieth longer is told (seed %i)", (seed) => {
  expect(croppedWelch(times(seed, 10), times(seed + 100, 0))).toBeGreaterThan(4.5);
  expect(croppedWelch(times(seed, 0), times(seed + 100, 10))).toBeLessThan(-4.5);
});
