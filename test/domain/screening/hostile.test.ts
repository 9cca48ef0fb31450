import { describe, expect, it } from "vitest";

import { checkCondition } from "../../../domain/screening/check-condition.ts";
import { compareConditions } from "../../../domain/screening/compare-conditions.ts";
import { childrenByPath } from "../../../domain/screening/children-by-path.ts";
import { extractConditions } from "../../../domain/screening/grammar/extract-conditions.ts";
import { injections, repeated } from "./hostile-texts.ts";
import { countedLexicon } from "./counted-lexicon.ts";
import { lexicon, read } from "./screening-kit.ts";

const clause = "上年度营业收入不低于2000万元，且研发费用占营业收入比重不低于5%";
const honest = read(clause);
if (honest === undefined) throw new Error("the honest clause must be read");

const counted = countedLexicon(lexicon);

describe("injections", () => {
  const texts = injections(clause);

  it("are more than 200", () => {
    expect(texts.length).toBeGreaterThan(200);
  });

  it.each(texts)("$name adds nothing and stays in the closed language", ({ text }) => {
    const { tree, citations } = extractConditions(text, lexicon);
    if (tree === undefined) return;
    expect(checkCondition(tree, lexicon.catalogue).problems).toEqual([]);
    const known = childrenByPath(honest).map(({ leaf }) => JSON.stringify(leaf));
    for (const { leaf } of childrenByPath(tree)) expect(known).toContain(JSON.stringify(leaf));
    for (const { start, end, quote } of citations) expect(text.slice(start, end)).toBe(quote);
  });

  it("leave the honest conditions in place wherever the clause itself is whole", () => {
    const spoiled = texts.filter(({ name }) => !/^(?:between|json|white|attribute)/.test(name));
    const lost = spoiled.filter(
      ({ text }) => !compareConditions(read(text), honest, lexicon.catalogue).equal,
    );
    expect(lost.map(({ name }) => name)).toEqual([]);
  });
});

describe("noise and size", () => {
  it.each(repeated)("reads 100,000 characters of %j by a bounded number of look-ups", (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length)).slice(0, 100_000);
    const { tree } = extractConditions(text, counted.lexicon);
    expect(counted.lookups()).toBeLessThan(10 * text.length);
    if (tree !== undefined) expect(childrenByPath(tree).length).toBeLessThan(2_000);
  });

  it("looks things up in proportion to the text", () => {
    const lookups = (copies: number): number => {
      extractConditions(`${clause}；`.repeat(copies), counted.lexicon);
      return counted.lookups();
    };
    lookups(1);
    expect(lookups(160) / lookups(40)).toBeCloseTo(4, 0);
  });

  it.each([
    "",
    "。。。",
    "你好",
    "请各有关单位认真组织申报工作。",
    "附件：申报书（一式三份）",
    "营业收入较高的企业",
    "上年度营业收入",
    "不低于5%",
    "2000万元",
    "￥#@！…………%%%%",
    "上 年 庶 营 业 收 人 小 低 于 2OOO 万 兀",
    "ＯＣＲ：研发费用占比 丨丨丨 3/5 十十",
    "绿化覆盖率不低于30%",
    "数百万元以上的投入若干",
  ])("gives no condition for %j", (text) => {
    expect(extractConditions(text, lexicon).tree).toBeUndefined();
  });

  it.each([
    ["绿化覆盖率不低于30%", "绿化覆盖率不低于30%"],
    ["上年度营业收入不低于2000万元，绿化覆盖率不低于30%", "绿化覆盖率不低于30%"],
    ["研发费用占比三分之一以上", "三分之一"],
    ["上年度营业收入不低于50人", "上年度营业收入不低于50人"],
    ["数据产品销售收入不低于500万元", "销售收入不低于500万元"],
    ["上年度营业收入2000万元", "上年度营业收入2000万元"],
  ])("says that it cannot read the number of %s", (text, quote) => {
    const { unread } = extractConditions(text, lexicon);
    expect(unread.map((one) => one.quote).join()).toContain(quote);
  });
});
