import { describe, expect, test } from "vitest";

import { DriftCensus } from "../../sync/pull/drift-census.ts";
import { findDrift } from "../../sync/pull/find-drift.ts";
import { judgeTitle } from "../../sync/pull/judge-title.ts";
import { seedTitle } from "../demo/city-platform/titles-for-tests.ts";

const sound = {
  ...seedTitle(1),
  district: "370211",
  certificateNo: null,
  version: "7",
  updatedAt: "2026-11-20T02:00:00.000Z",
  deleted: false,
};
const isBroken = (value: unknown): boolean =>
  judgeTitle(value, "370211", "item 1").outcome === "quarantined";

test("a record of the form that was agreed shows no drift", () => {
  expect(isBroken(sound)).toBe(false);
  expect(findDrift(sound, false)).toEqual([]);
});

describe("a record of another form says in what", () => {
  test.each<[string, object, object]>([
    [
      "a new member",
      { colour: "gold" },
      { kind: "NEW_MEMBER", field: "colour", example: '"gold"' },
    ],
    ["a missing member", { status: undefined }, { kind: "MISSING_MEMBER", field: "status" }],
    [
      "a word of no list",
      { kind: "DRAGON" },
      { kind: "NEW_VALUE", field: "kind", example: '"DRAGON"' },
    ],
    ["another type", { batch: 7 }, { kind: "OTHER_TYPE", field: "batch", example: "7" }],
  ])("%s", (_, change, drift) => {
    const value = { ...sound, ...change };
    expect(findDrift(value, isBroken(value))).toEqual([expect.objectContaining(drift)]);
  });

  test.each([
    ["a wrong day", { validFrom: "2026-02-30" }],
    ["a wrong code", { creditCode: "91370211MA3000001X" }],
  ])("%s is a fault of its record and no drift", (_, change) => {
    const value = { ...sound, ...change };
    expect([isBroken(value), findDrift(value, true)]).toEqual([true, []]);
  });

  test("names and examples of any length are cut", () => {
    const [drift] = findDrift({ ...sound, ["x".repeat(500)]: "y".repeat(500) }, false);
    expect([drift?.field.length, drift?.example.length]).toEqual([60, 120]);
  });
});

describe("a list", () => {
  const censusOf = (changed: number, of: number): DriftCensus => {
    const census = new DriftCensus();
    for (let no = 0; no < of; no++) {
      const value = no < changed ? { ...sound, kind: "DRAGON" } : sound;
      census.count(value, isBroken(value));
    }
    return census;
  };

  test.each([
    ["five of a hundred", 5, 100, false],
    ["six of a hundred", 6, 100, true],
    ["fifty of a thousand", 50, 1_000, false],
    ["one more", 51, 1_000, true],
  ])("%s of another form", (_, changed, of, held) => {
    const census = censusOf(changed, of);
    expect(census.problem !== null).toBe(held);
    expect(census.seen).toEqual([
      { kind: "NEW_VALUE", field: "kind", example: '"DRAGON"', records: changed },
    ]);
    if (held) expect(census.problem).toContain(`${changed} of ${of} records are of another form`);
  });

  test("a new member in every record holds nothing up", () => {
    const census = new DriftCensus();
    for (let no = 0; no < 50; no++) census.count({ ...sound, colour: "gold" }, false);
    expect([census.problem, census.seen[0]?.records]).toEqual([null, 50]);
  });
});
