/** Small parts of the generator: chance, calendar, codes, size, COPY bytes. */
import { describe, expect, it } from "vitest";

import { dayIn, daysAfter, yearsAfter } from "../../../demo/district/calendar.ts";
import { CopyBuffer } from "../../../demo/district/copy-buffer.ts";
import { copyCell } from "../../../demo/district/copy-text.ts";
import { demoCreditCode, isDemoCreditCode } from "../../../demo/district/credit-codes.ts";
import { fiscalYears, lastFiscalYear } from "../../../demo/district/plan.ts";
import { Random, streamOf, weightedPicker } from "../../../demo/district/random.ts";
import { largestSmeStaff, sizeClassOf } from "../../../demo/district/size-class.ts";
import { districtWords } from "../../../demo/district/words.ts";
import { isCreditCode } from "../../../domain/enterprise/credit-code.ts";
import { readAreaFile } from "../../../store/read-area-file.ts";

describe("chance", () => {
  it("is spread evenly and repeats for the same seed", () => {
    const draws = Array.from(
      { length: 10_000 },
      (
        (random) => () =>
          random.next()
      )(new Random(3)),
    );
    expect(draws.reduce((sum, draw) => sum + draw, 0) / 10_000).toBeCloseTo(0.5, 1);
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draws)).toBeLessThan(1);
    expect(new Random(3).next()).toBe(draws[0]);
  });

  it("differs by seed, by enterprise and by topic", () => {
    const firsts = [
      streamOf(1, 1, "ip"),
      streamOf(2, 1, "ip"),
      streamOf(1, 2, "ip"),
      streamOf(1, 1, "tax"),
    ];
    expect(new Set(firsts.map((random) => random.next())).size).toBe(4);
  });

  it("picks by weight", () => {
    const pick = weightedPicker([
      ["rare", 1],
      ["common", 9],
    ] as const);
    const random = new Random(9);
    const rare = Array.from({ length: 5000 }, () => pick(random)).filter((word) => word === "rare");
    expect(rare.length / 5000).toBeCloseTo(0.1, 1);
  });
});

describe("days", () => {
  it.each([
    [daysAfter("2026-11-23", 90), "2027-02-21"],
    [daysAfter("2026-01-01", -1), "2025-12-31"],
    [daysAfter("2028-02-29", 1), "2028-03-01"],
    [yearsAfter("2024-03-19", 3), "2027-03-19"],
    [dayIn(2024, 0, "2020-01-01"), "2024-01-01"],
    [dayIn(2024, 0.9999, "2020-01-01"), "2024-12-31"],
    [dayIn(2019, 0.5, "2020-01-01"), "2020-01-01"],
  ])("%s is %s", (day, expected) => {
    expect(day).toBe(expected);
  });

  it.each([
    ["2026-11-23", 2025],
    ["2026-07-01", 2025],
    ["2026-06-30", 2024],
  ])("on %s the last complete fiscal year is %i", (asOf, year) => {
    expect(lastFiscalYear(asOf)).toBe(year);
    expect(fiscalYears(asOf)).toEqual([year - 3, year - 2, year - 1, year]);
  });
});

describe("credit codes", () => {
  it.each([
    ["COMPANY", "91"],
    ["INDIVIDUAL_BUSINESS", "92"],
    ["COOPERATIVE", "93"],
  ] as const)("of a %s begin with %s and are right up to the last of 424,000", (kind, prefix) => {
    for (const ordinal of [0, 1, 30, 423_999]) {
      const code = demoCreditCode(kind, ordinal, 0.999);
      expect(code.startsWith(`${prefix}370211DM`)).toBe(true);
      expect(isCreditCode(code) && isDemoCreditCode(code)).toBe(true);
    }
  });

  it("rise with the ordinal", () => {
    const codes = Array.from({ length: 500 }, (_, i) =>
      demoCreditCode("COMPANY", i * 800, (i % 7) / 7),
    );
    expect(codes.map((code) => code.slice(0, 16))).toEqual(
      codes.map((code) => code.slice(0, 16)).toSorted(),
    );
  });
});

describe("sizeClassOf", () => {
  it.each([
    ["INDUSTRY", 1000, 400_000_000, "LARGE"],
    ["INDUSTRY", 999, 400_000_000, "MEDIUM"],
    ["INDUSTRY", 300, 19_999_999, "SMALL"],
    ["INDUSTRY", 19, 400_000_000, "MICRO"],
    ["SOFTWARE", 300, 100_000_000, "LARGE"],
    ["OTHER", 100, 0, "MEDIUM"],
    ["FARMING", 0, 500_000, "SMALL"],
  ] as const)("%s with %i people and %i yuan is %s", (rule, employees, revenue, size) => {
    expect(sizeClassOf(rule, { employees, revenue, assets: 1e12 })).toBe(size);
  });

  it("never makes an SME of the allowed staff large", () => {
    for (const rule of ["INDUSTRY", "SOFTWARE", "OTHER", "TRANSPORT"] as const) {
      const metrics = { employees: largestSmeStaff(rule), revenue: 1e12, assets: 1e12 };
      expect(sizeClassOf(rule, metrics)).not.toBe("LARGE");
    }
  });
});

describe("COPY text", () => {
  it.each([
    [null, "\\N"],
    [true, "t"],
    [12.5, "12.5"],
    ["青岛", "青岛"],
    [["a", "b"], '{"a","b"}'],
    [[], "{}"],
  ])("writes %j as %s", (cell, text) => {
    expect(copyCell(cell)).toBe(text);
  });

  it("keeps bytes whole while the buffer grows", () => {
    const buffer = new CopyBuffer();
    const line = "青岛西海岸新区".repeat(400);
    for (let i = 0; i < 60; i++) buffer.append(line);
    expect(Buffer.from(buffer.bytes()).toString("utf8")).toBe(line.repeat(60));
  });
});

describe("the words", () => {
  it("place towns and zones that exist, every town once, shares below one", () => {
    const codes = new Set(readAreaFile().map(({ code }) => code));
    const { towns } = districtWords();
    expect(towns).toHaveLength(23);
    for (const { code, zones } of towns) {
      expect([code, ...Object.keys(zones)].filter((each) => !codes.has(each))).toEqual([]);
      expect(Object.values(zones).reduce((sum, share) => sum + share, 0)).toBeLessThan(1);
    }
    expect(new Set(towns.flatMap(({ zones }) => Object.keys(zones))).size).toBe(10);
  });

  it("place industries at nodes that exist and are no gaps", () => {
    const { industries, chains } = districtWords();
    const nodes = new Set(
      chains.flatMap(({ id, nodes }) =>
        nodes.filter(([, , , gap]) => !gap).map(([node]) => `${id}/${node}`),
      ),
    );
    expect(industries.filter(({ node }) => node !== null && !nodes.has(node))).toEqual([]);
  });
});
