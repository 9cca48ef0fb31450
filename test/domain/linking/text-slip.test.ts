import { describe, expect, test } from "vitest";

import { buildConfusables } from "../../../domain/linking/confusables.ts";
import { findSlip, sharedPairs } from "../../../domain/linking/text-slip.ts";

const confusables = buildConfusables({
  readings: ["shi 世市是", "mao 贸茂", "xing 行兴", "hang 行航"],
  looks: ["贸货贺"],
  groups: ["山出", "力刀"],
});

test.each([
  ["市纪广场投资", "世纪广场投资", "SOUND"],
  ["鲁中泰商货", "鲁中泰商贸", "LOOK"],
  ["热刀供应", "热力供应", "LOOK"],
  ["航运达", "行运达", "SOUND"],
  ["金鹰商城", "金鹰商场", "OTHER"],
  ["雅适居饰装工程", "雅适居装饰工程", "SWAPPED"],
  ["鲁川金属制品品", "鲁川金属制品", "DOUBLED"],
  ["盛工贸", "盛泰工贸", "LOST"],
  ["盛泰新工贸", "盛泰工贸", "EXTRA"],
  ["第二分店", "第三分店", "NUMERAL"],
  ["三厂", "五厂", "NUMERAL"],
  ["第十二店", "第二十店", "NUMERAL"],
  ["第店", "第一店", "NUMERAL"],
  ["A座商务", "B座商务", "NUMERAL"],
  ["惠通精细", "惠通精细化工", "PREFIX"],
  ["惠通精细化工招待所", "惠通精细化工", "LONGER"],
  ["工程路桥鲁中", "鲁中路桥工程", "REORDERED"],
  ["中泰商货", "中泰商贸", "LOOK"],
  ["市纪广场投姿", "世纪广场投资", "NEAR"],
  ["市纪广场头资投", "世纪广场投资头", "FAR"],
  ["鑫海物流", "恒昌纺织", "FAR"],
  ["", "恒昌纺织", "PREFIX"],
])("%s for %s is %s", (mention, name, slip) => {
  expect(findSlip(mention, name, confusables)).toBe(slip);
});

test.each([
  ["市纪广场投贺", "世纪广场投贸", "a homophone and a look-alike"],
  ["市纪场投资", "世纪广场投资", "a homophone and a lost letter"],
  ["纪世广场投资资", "世纪广场投资", "a swap and a doubled letter"],
])("%s for %s is two slips: %s", (mention, name) => {
  expect(findSlip(mention, name, confusables)).toBe("TWO");
});

test("two letters more are a word, not two slips", () => {
  expect(findSlip("许家湖桥头门市", "许家湖门市", confusables)).not.toBe("TWO");
});

test("a text is equal to itself whatever it holds", () => {
  for (const text of ["", "A", "山东", "第三十八分店"]) {
    expect(findSlip(text, text, confusables)).toBe("EQUAL");
  }
});

describe("sharedPairs", () => {
  test.each([
    ["abcd", "abcd", 1],
    ["abcd", "abxy", 2 / 6],
    ["abab", "abab", 1],
    ["abab", "ab", 2 / 4],
    ["a", "a", 1],
    ["a", "b", 0],
    ["", "", 1],
  ])("%s and %s share %d", (a, b, share) => {
    expect(sharedPairs(a, b)).toBeCloseTo(share);
    expect(sharedPairs(b, a)).toBeCloseTo(share);
  });
});
