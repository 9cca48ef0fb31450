/** What is wrong with a policy is told whole, each problem in Chinese and in English. */
import { expect, test } from "vitest";

import { parsePolicy } from "../../../domain/access/parse-policy.ts";
import type { GoldseedError } from "../../../domain/errors.ts";
import type { Classification } from "../../../domain/vocabulary.ts";

const levels = new Map<string, Classification>([
  ["Enterprise.name", "L1"],
  ["Enterprise.contactPhone", "L4"],
]);
const sound = {
  source: "s",
  version: "1",
  effectiveFrom: "2026-11-01",
  clearances: {
    VIEWER: "L2",
    SPECIALIST: "L3",
    OFFICER: "L3",
    DEVELOPER: "L2",
    AUDITOR: "L3",
    MACHINE: "L2",
  },
  smallestGroup: 5,
  longestGrantDays: 90,
  bulkExport: { rows: 5_000, hours: 24, exempt: ["MACHINE"] },
};
const { VIEWER: _, ...others } = sound.clearances;

/** Each with the English words of the one problem that it has. */
const wrong: readonly (readonly [string, object, string])[] = [
  ["a section of another name", { maskes: {} }, '"maskes" is none of'],
  ["a mask of what everybody reads", { masks: { "Enterprise.name": "phone" } }, "below L3"],
  [
    "a mask of no field",
    { masks: { "Enterprise.contactFone": "phone" } },
    'did you mean "Enterprise.contactPhone"?',
  ],
  ["a mask that is none", { masks: { "Enterprise.contactPhone": "fone" } }, '"fone" is none of'],
  ["a role without a clearance", { clearances: others }, 'no entry for "VIEWER"'],
  ["a purpose in small letters", { purposes: { L4: { visit: "走访" } } }, "capital letters"],
  [
    "a number that is none",
    { smallestGroup: 2 },
    "smallestGroup is 2, expected a whole number of 3 or more",
  ],
  ["a number that is left out", { longestGrantDays: undefined }, "longestGrantDays is undefined"],
  ["a day that is none", { effectiveFrom: "soon" }, 'effectiveFrom is "soon", expected a day'],
  ["a version that is no text", { version: 1 }, "version is 1, expected a text"],
  ["a section that is a list", { tiers: [] }, "tiers is [], expected a mapping"],
  ["a list that is none", { roles: { "Enterprise.name": 1 } }, "expected a list"],
];

test.each(wrong)("%s", (_title, more, words) => {
  expect(() => parsePolicy({ ...sound, ...more }, levels)).toThrow(
    expect.objectContaining({ code: "RULES_INVALID" }),
  );
  try {
    parsePolicy({ ...sound, ...more }, levels);
  } catch (error) {
    const problems = (error as GoldseedError).details["problems"] as string[];
    expect(problems.join("\n")).toContain(words);
    for (const problem of problems)
      expect(problem).toMatch(/\p{Script=Han}.* \/ [^\p{Script=Han}]+$/u);
  }
});

test("a sound one is read, and all problems of another are told at once", () => {
  expect(parsePolicy(sound, levels).version).toBe("1");
  const all = Object.assign({}, ...wrong.map(([, more]) => more)) as object;
  expect(() => parsePolicy({ ...sound, ...all }, levels)).toThrow(/has 1\d problem/u);
});
