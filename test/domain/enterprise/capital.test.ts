import { expect, test } from "vitest";

import { parseCapital } from "../../../domain/enterprise/capital.ts";

test.each([
  ["100万人民币", "1000000", "CNY"],
  ["10(万元人民币)", "100000", "CNY"],
  ["502.5万元", "5025000", "CNY"],
  ["34,309.5500(万)", "343095500", "CNY"],
  ['"34,309.5500(万)"', "343095500", "CNY"],
  ["640万元", "6400000", "CNY"],
  ["10（万元）", "100000", "CNY"],
  ["5 (万元(人民币))", "50000", "CNY"],
  ["人民币5000元", "5000", "CNY"],
  ["1.5亿元", "150000000", "CNY"],
  ["1,960,000(人民币元)", "1960000", "CNY"],
  ["0.123456万元", "1234.56", "CNY"],
  ["0.00000001万元", "0.0001", "CNY"],
  ["10(万美元)", "100000", "USD"],
  ["100万香港元", "1000000", "HKD"],
  ["100(万港币)", "1000000", "HKD"],
  ["3,000(万日元)", "30000000", "JPY"],
  ["20万欧元", "200000", "EUR"],
  ["１００萬元", "1000000", "CNY"],
  ["50万新台币", "500000", "TWD"],
])("%s is %s %s", (text, amount, currency) => {
  expect(parseCapital(text)).toEqual({ known: true, amount, currency });
});

test.each([
  ["0万元", "0", "ZERO"],
  ["12000000万元", "120000000000", "HUGE"],
])("%s is kept and marked", (text, amount, note) => {
  expect(parseCapital(text)).toEqual({ known: true, amount, currency: "CNY", note });
});

test.each([
  ["N/A", "MISSING"],
  ["", "MISSING"],
  ["10()", "NO_UNIT"],
  ["100", "NO_UNIT"],
  ["-50万元", "NEGATIVE"],
  ["100万盾币", "UNKNOWN_CURRENCY"],
  ["ALAIN", "UNREADABLE"],
  ["普通合伙", "UNREADABLE"],
  ["100万元张三", "UNREADABLE"],
  ["12,34万元", "UNREADABLE"],
  ["100万元 20万美元", "UNREADABLE"],
  ["9.1E+17", "UNREADABLE"],
])("%s is unknown: %s", (text, reason) => {
  expect(parseCapital(text)).toEqual({ known: false, reason, text });
});
