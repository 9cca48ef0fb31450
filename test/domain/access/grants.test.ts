/** What may be granted, and what of it counts at a moment. */
import { expect, test } from "vitest";

import { assertGrantable, type Grant, withGrants } from "../../../domain/access/grants.ts";
import { mayLookAt } from "../../../domain/access/sight.ts";
import { principal } from "../../kit/graph.ts";

const areas = new Map([
  ["370211010", "TOWN"],
  ["370211103", "TOWN"],
  ["370211Z03", "ZONE"],
  ["370211", "DISTRICT"],
] as const);
const rules = { policy: { longestGrantDays: 90 }, areas, nowS: 1_000 };
const wish = {
  subject: "li.si",
  areaCode: "370211103",
  reason: "联合走访",
  grantedBy: "officer",
  fromS: 1_000,
  toS: 1_000 + 90 * 86_400,
};

test("a grant of the longest time to a town is given", () => {
  expect(() => assertGrantable(wish, rules)).not.toThrow();
});

test.each([
  [{ areaCode: "370211130" }, /no zone or town; did you mean "370211103"/u],
  [{ areaCode: "370211" }, /"370211" is no zone or town/u],
  [{ reason: "急" }, /the reason "急" is shorter/u],
  [{ toS: 1_001 + 90 * 86_400 }, /longer than 90 days/u],
  [{ fromS: 10, toS: 1_000 }, /has ended/u],
  [{ subject: " ", grantedBy: "", reason: "" }, /subject is empty.*who grants it.*reason/u],
])("%j is refused in words", (change, words) => {
  expect(() => assertGrantable({ ...wish, ...change }, rules)).toThrow(words);
});

const who = principal("TOWN", ["370211010"], { subject: "li.si" });
const grant: Grant = { subject: "li.si", areaCode: "370211103", fromS: 100, toS: 200 };

test.each([
  [99, grant, undefined],
  [100, grant, ["370211103"]],
  [199.9, grant, ["370211103"]],
  [200, grant, undefined],
  [150, { ...grant, subject: "zhang.san" }, undefined],
  [150, { ...grant, areaCode: "370211010" }, undefined],
])("at second %d of %j the caller sees %j beside its own", (nowS, each, codes) => {
  expect(withGrants(who, [each], nowS).grantedAreaCodes).toEqual(codes);
});

test.each([
  ["370211010", null, true],
  ["370211103", null, false],
  [null, "370211Z03", true],
  ["370211103", "370211Z03", true],
  [null, null, false],
])("an enterprise of town %s and zone %s is in sight: %s", (townCode, zoneCode, visible) => {
  const caller = { ...who, grantedAreaCodes: ["370211Z03"] };
  expect(mayLookAt(caller, { townCode, zoneCode })).toBe(visible);
});
