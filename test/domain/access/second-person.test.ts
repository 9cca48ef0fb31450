/** When a second person is needed, and who may be it. */
import { describe, expect, test } from "vitest";

import type { Assignment } from "../../../domain/access/claims-assignment.ts";
import {
  assertNotForOneself,
  assertSecondPerson,
  needsSecondPerson,
} from "../../../domain/access/second-person.ts";

const town = { tier: "TOWN", areaCodes: ["370211010"], role: "SPECIALIST" } as const;
const inForce = (more: Partial<Assignment> = {}): Assignment => ({
  ...town,
  clearance: "L3",
  disabled: false,
  ...more,
});

test.each<readonly [string, Assignment | null, Partial<Assignment>, boolean]>([
  ["internal data for a new subject", null, { clearance: "L2" }, false],
  ["sensitive data for a new subject", null, {}, true],
  ["personal data for a new subject", null, { clearance: "L4" }, true],
  ["sensitive data instead of internal", inForce({ clearance: "L2" }), {}, true],
  ["personal data instead of sensitive", inForce(), { clearance: "L4" }, true],
  ["what it has already", inForce(), {}, false],
  ["less than it has", inForce({ clearance: "L4" }), {}, false],
  ["another town with sensitive data", inForce(), { areaCodes: ["370211011"] }, true],
  ["a further town", inForce(), { areaCodes: ["370211010", "370211011"] }, true],
  ["one town of two", inForce({ areaCodes: ["370211010", "370211011"] }), {}, false],
  ["another role", inForce(), { role: "OFFICER" }, true],
  ["the whole district", inForce(), { tier: "DISTRICT", areaCodes: ["370211"] }, true],
  ["what it had before it was disabled", inForce({ disabled: true }), {}, true],
])("%s", (_title, now, wish, expected) => {
  expect(needsSecondPerson(now, inForce(wish))).toBe(expected);
});

describe("the second person", () => {
  const proposal = { subject: "li.si", proposedBy: "zhang.san" };
  test.each(["zhang.san", "cli:zhang.san", "Zhang.San", "li.si", "cli:li.si"])(
    "is not %s",
    (name) => {
      expect(() => assertSecondPerson(proposal, name)).toThrow(/neither proposed it/u);
    },
  );

  test("is anybody else", () => {
    expect(() => assertSecondPerson(proposal, "wang.wu")).not.toThrow();
  });

  test("nobody gives rights to themselves", () => {
    expect(() => assertNotForOneself("li.si", "cli:li.si")).toThrow(/themselves/u);
    expect(() => assertNotForOneself("li.si", "zhang.san")).not.toThrow();
  });
});
