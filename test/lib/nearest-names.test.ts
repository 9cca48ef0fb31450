/** A suggestion is worth making only when it is near. */
import { expect, test } from "vitest";

import { nearestNames } from "../../lib/nearest-names.ts";

const names = ["rd_y1", "rd_y2", "revenue_y1", "niche_years", "debt_ratio"];

test.each([
  ["rd_y3", ["rd_y1", "rd_y2"]],
  ["revenue_1y", ["revenue_y1"]],
  ["NICHE_YEAR", ["niche_years"]],
  ["quite_something_else", []],
])("%s suggests %j", (typed, expected) => {
  expect(nearestNames(typed, names)).toEqual(expected);
});

test("gives at most three", () => {
  expect(nearestNames("a1", ["a2", "a3", "a4", "a5"])).toEqual(["a2", "a3", "a4"]);
});

test("does not compare what is far too long to be meant", () => {
  const endless = "x".repeat(5_000_000);
  expect(nearestNames("revenue", [endless, "revenues"])).toEqual(["revenues"]);
  expect(nearestNames(endless, ["revenue"])).toEqual([]);
});
