import { describe, expect, it } from "vitest";

import { chineseNumber } from "../../../../domain/screening/text/chinese-number.ts";
import { decimalShift } from "../../../../domain/screening/text/decimal-shift.ts";
import { readPeriod } from "../../../../domain/screening/text/read-period.ts";
import { readPlace } from "../../../../domain/screening/text/read-place.ts";
import { readQuantity } from "../../../../domain/screening/text/read-quantity.ts";
import { lexicon } from "../screening-kit.ts";

describe("quantities", () => {
  it.each([
    ["100万元", "100", "money"],
    ["1.5亿元", "15000", "money"],
    ["2.35亿元", "23500", "money"],
    ["5000万", "5000", "money"],
    ["1200000元", "120", "money"],
    ["1元", "0.0001", "money"],
    ["五千万元", "5000", "money"],
    ["五千万", "5000", "money"],
    ["一亿五千万元", "15000", "money"],
    ["壹仟万元", "1000", "money"],
    ["3千万元", "3000", "money"],
    ["1亿5000万元", "15000", "money"],
    ["10亿美元", "10", "usd"],
    ["5000万美元", "0.5", "usd"],
    ["2.5%", "2.5", "percent"],
    ["2.50%", "2.5", "percent"],
    ["百分之三", "3", "percent"],
    ["百分之二点五", "2.5", "percent"],
    ["三成", "30", "percent"],
    ["5‰", "0.5", "percent"],
    ["一半", "50", "percent"],
    ["10个百分点", "10", "point"],
    ["两年", "2", "year"],
    ["十二个月", "12", "month"],
    ["365个日历天数", "365", "day"],
    ["三个会计年度", "3", "fiscal_year"],
    ["2项", "2", "item"],
    ["20人", "20", "person"],
    ["70分", "70", "score"],
    ["三级", "3", "level"],
  ])("reads %s as %s %s", (text, value, dimension) => {
    expect(readQuantity(text, 0, lexicon)).toMatchObject({ value, dimension, end: text.length });
  });

  it.each(["一般", "万一", "百年老店", "十分重视", "亿", "三分之一"])(
    "reads no quantity in %s",
    (text) => {
      expect(readQuantity(text, 0, lexicon)?.dimension).not.toBe("money");
    },
  );
});

describe("Chinese numerals", () => {
  it.each([
    ["十", "10"],
    ["十五", "15"],
    ["二十", "20"],
    ["一百零五", "105"],
    ["两千三百", "2300"],
    ["一万二千", "12000"],
    ["三亿零五十万", "300500000"],
    ["二〇二三", "2023"],
    ["三点一四", "3.14"],
    ["百", undefined],
    ["三三十", undefined],
    ["万", undefined],
  ])("%s is %s", (numeral, value) => {
    expect(chineseNumber(numeral)).toBe(value);
  });
});

describe("decimal shift", () => {
  it.each([
    ["2.3", 4, "23000"],
    ["0.1", 4, "1000"],
    ["1", -4, "0.0001"],
    ["1200000", -4, "120"],
    ["0", 4, "0"],
    ["29.9994", 0, "29.9994"],
  ])("%s by %i places is %s", (numeral, places, shifted) => {
    expect(decimalShift(numeral, places)).toBe(shifted);
  });
});

describe("periods", () => {
  it.each([
    ["近三年", "span", 3],
    ["近2年", "span", 2],
    ["最近一个会计年度", "span", 1],
    ["近三个完整会计年度内", "span", 3],
    ["连续两年", "span", 2],
    ["前三年", "span", 3],
    ["2023年度", "calendar", 1],
    ["2021-2023年", "calendar", 3],
    ["2021年至2023年", "calendar", 3],
    ["2022年以来", "since", 1],
    ["2023年1月1日以来", "since", 1],
    ["2024年12月31日", "moment", 1],
  ])("reads %s", (text, kind, years) => {
    expect(readPeriod(text, 0)).toMatchObject({ period: { kind, years }, end: text.length });
  });

  it.each(["近期", "前三名", "上市", "三年以上", "2023", "近一百年"])(
    "reads no period in %s",
    (text) => {
      expect(readPeriod(text, 0)).toBeUndefined();
    },
  );
});

describe("places", () => {
  it.each([
    ["前三", 3],
    ["前5名", 5],
    ["前十位", 10],
  ])("reads %s", (text, upTo) => {
    expect(readPlace(text, 0)).toEqual({ upTo, end: text.length });
  });

  it.each(["前三年", "前期", "前两个会计年度", "前3项"])("reads no place in %s", (text) => {
    expect(readPlace(text, 0)).toBeUndefined();
  });
});
