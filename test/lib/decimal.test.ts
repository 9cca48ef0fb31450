/** Decimals are the ground of every threshold: each operation is checked at the places floats get wrong. */
import { describe, expect, test } from "vitest";

import {
  addDecimals,
  compareDecimals,
  compareRatio,
  decimal,
  decimalToNumber,
  floorRatio,
  formatDecimal,
  multiplyDecimals,
  parseDecimal,
  subtractDecimals,
  zero,
} from "../../lib/decimal.ts";

describe("parseDecimal", () => {
  test.each([
    ["0", "0"],
    ["-0", "0"],
    ["0.50", "0.5"],
    ["+3", "3"],
    ["-0.010", "-0.01"],
    ["1e3", "1000"],
    ["1.5E-7", "0.00000015"],
    [" 12 ", "12"],
    ["20000.00000000000000000001", "20000.00000000000000000001"],
  ])("reads %s as %s", (text, plain) => {
    expect(formatDecimal(decimal(text))).toBe(plain);
  });

  test.each([
    [39999.99, "39999.99"],
    [1e21, "1000000000000000000000"],
    [1e-7, "0.0000001"],
    [-0, "0"],
  ])("reads the double %d as what its writer wrote", (number, plain) => {
    expect(formatDecimal(decimal(number))).toBe(plain);
  });

  test.each([
    "",
    " ",
    "1,000",
    "1.",
    ".5",
    "0x10",
    "NaN",
    "Infinity",
    "1e401",
    "1e-999999999",
    "1 2",
    "一",
  ])("refuses %j", (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])("refuses the number %d", (number) => {
    expect(parseDecimal(number)).toBeUndefined();
  });

  test("decimal names what it could not read", () => {
    expect(() => decimal("12a")).toThrow('"12a"');
  });

  test("equal values are deeply equal", () => {
    expect(decimal("1.500")).toEqual(decimal("1.5"));
    expect(decimal("0.000")).toEqual(zero);
  });
});

describe("arithmetic", () => {
  test("adds, subtracts and multiplies where floats go wrong", () => {
    expect(formatDecimal(addDecimals(decimal("0.1"), decimal("0.2")))).toBe("0.3");
    expect(formatDecimal(subtractDecimals(decimal("1.1"), decimal("1")))).toBe("0.1");
    expect(formatDecimal(multiplyDecimals(decimal("1.15"), decimal("100")))).toBe("115");
  });

  test("compares without rounding", () => {
    expect(compareDecimals(decimal("2.9994"), decimal("3"))).toBeLessThan(0);
    expect(compareDecimals(decimal("3.000"), decimal("3"))).toBe(0);
    expect(compareDecimals(decimal("-1"), decimal("-1.0001"))).toBeGreaterThan(0);
  });

  test.each([
    ["100", "3334", "0.03", -1],
    ["100", "3333", "0.03", 1],
    ["675", "13500", "0.05", 0],
    ["-100", "-3333", "0.03", 1],
    ["1", "-2", "0", -1],
    ["1", "-2", "-0.5", 0],
  ])("%s / %s stands to %s as %d", (top, bottom, bound, sign) => {
    expect(
      Math.sign(compareRatio(decimal(top), decimal(bottom), decimal(bound)) ?? Number.NaN),
    ).toBe(sign);
  });

  test("a ratio over zero is unknown", () => {
    expect(compareRatio(decimal(1), zero, decimal(1))).toBeUndefined();
    expect(floorRatio(decimal(1), zero)).toBeUndefined();
  });

  test.each([
    ["7", "2", 3n],
    ["-7", "2", -4n],
    ["7", "-2", -4n],
    ["-7", "-2", 3n],
    ["6", "2", 3n],
    ["-6", "2", -3n],
    ["0.3", "0.1", 3n],
    ["0.29", "0.1", 2n],
  ])("floors %s / %s to %d", (top, bottom, floor) => {
    expect(floorRatio(decimal(top), decimal(bottom))).toBe(floor);
  });

  test("converts to the nearest double", () => {
    expect(decimalToNumber(decimal("12.5"))).toBe(12.5);
  });
});
