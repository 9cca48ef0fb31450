/** Who a command acts as, by code or name, and the help for what is mistyped. */
import { describe, expect, test } from "vitest";

import { callerOf, parseCaller } from "../../cli/parse-caller.ts";
import { readAreaFile } from "../../store/read-area-file.ts";

const areas = readAreaFile();

test.each([
  ["city", "CITY", ["3702"]],
  ["DISTRICT", "DISTRICT", ["370211"]],
  ["town:370211010", "TOWN", ["370211010"]],
  ["town:隐珠街道", "TOWN", ["370211010"]],
  ["town:隐珠镇", "TOWN", ["370211010"]],
  ["town：隐珠街道，王台街道", "TOWN", ["370211010", "370211014"]],
  ["Zone: 370211Z03 ", "ZONE", ["370211Z03"]],
  ["zone:董家口经济区", "ZONE", ["370211Z03"]],
])("%s is of the tier %s with the areas %j", (text, tier, areaCodes) => {
  expect(parseCaller(text, areas)).toEqual({ tier, areaCodes });
});

describe("what is not understood is refused with a suggestion", () => {
  test.each([
    ["", '"" is not a tier, expected one of city, district, zone, town'],
    ["street:370211010", '"street" is not a tier'],
    ["town", 'needs an area, such as "town:'],
    ["zone:", "needs an area"],
    ["town:隐珠", 'is not an area of the tier TOWN. Did you mean "隐珠街道"'],
    ["town:370211Z03", '"370211Z03" is not an area of the tier TOWN'],
    ["town:37021101", '"370211010"'],
    ["district:370212", '"370212" is not an area of the tier DISTRICT'],
  ])("%j", (text, message) => {
    expect(() => parseCaller(text, areas)).toThrow(
      expect.objectContaining({ code: "BAD_USER_INPUT" }),
    );
    expect(() => parseCaller(text, areas)).toThrow(message);
  });
});

test("areas come sorted, as a principal has them", () => {
  expect(callerOf("town", ["王台街道", "370211001"], areas).areaCodes).toEqual([
    "370211001",
    "370211014",
  ]);
});
