import { expect, test } from "vitest";

import { mergeTitle, type OwnershipOfTitles } from "../../sync/merge-title.ts";
import type { TitleContent } from "../../sync/protocol/canonical-record.ts";

const city: OwnershipOfTitles = {
  level: "CITY",
  validFrom: "CITY",
  validTo: "CITY",
  status: "CITY",
  certificateNo: "CITY",
};
const base: TitleContent = {
  creditCode: "91370211MA3C0ABC1P",
  kind: "SPECIALIZED",
  batch: "2024-1",
  level: "PROVINCIAL",
  validFrom: "2024-06-01",
  validTo: null,
  status: "VALID",
  certificateNo: null,
};
const at = (status: TitleContent["status"]): TitleContent => ({ ...base, status });

// One field, every case: what the city told last, what we hold, what it tells now.
test.each([
  ["city", "VALID", "VALID", "VALID", "VALID", false, []],
  ["city", "VALID", "VALID", "EXPIRED", "EXPIRED", true, []],
  ["city", "VALID", "REVOKED", "VALID", "VALID", true, ["LOCAL_EDIT"]],
  ["city", "VALID", "REVOKED", "EXPIRED", "EXPIRED", true, ["LOCAL_EDIT"]],
  ["city", "VALID", "EXPIRED", "EXPIRED", "EXPIRED", false, []],
  ["district", "VALID", "VALID", "VALID", "VALID", false, []],
  ["district", "VALID", "VALID", "EXPIRED", "VALID", false, ["FOREIGN_WRITE"]],
  ["district", "VALID", "REVOKED", "VALID", "REVOKED", false, []],
  ["district", "VALID", "REVOKED", "EXPIRED", "REVOKED", false, ["FOREIGN_WRITE"]],
  ["district", "VALID", "EXPIRED", "EXPIRED", "EXPIRED", false, []],
] as const)("owned by the %s: %s, we %s, they %s: %s", (...row) => {
  const [owner, told, ours, theirs, result, changed, kinds] = row;
  const owners = owner === "city" ? city : { ...city, status: "DISTRICT" as const };
  const merged = mergeTitle(at(told), at(ours), at(theirs), owners);
  expect(merged.title.status).toBe(result);
  expect(merged.changed).toBe(changed);
  expect(merged.violations.map(({ kind }) => kind)).toEqual(kinds);
});

test("a title that we do not hold is taken as it comes", () => {
  expect(mergeTitle(null, null, base, city)).toEqual({
    title: base,
    changed: true,
    violations: [],
  });
});

test("a title that we hold and the city never told of takes the city's values without a violation", () => {
  const merged = mergeTitle(null, at("EXPIRED"), at("VALID"), city);
  expect(merged).toMatchObject({ title: { status: "VALID" }, changed: true, violations: [] });
});
