/** Every way of saying one bound is read as that bound: measures, comparisons, numerals and joints drawn at random. */
import fc from "fast-check";
import { expect, it } from "vitest";

import { compareConditions } from "../../../domain/screening/compare-conditions.ts";
import type { Condition, Operator } from "../../../domain/screening/condition.ts";
import { extractConditions } from "../../../domain/screening/grammar/extract-conditions.ts";
import { lexicon } from "./screening-kit.ts";

type Unit = "money" | "percent" | "person" | "item";

/** A measure as notices write it: id, wordings, unit. */
const measures: readonly (readonly [m: string, wordings: readonly string[], unit: Unit])[] = [
  ["revenue_y1", ["上年度营业收入", "上一年度企业营业总收入", "上一会计年度营业收入总额"], "money"],
  ["main_revenue_y1", ["上年度主营业务收入", "最近一年主营业务收入总额"], "money"],
  ["sales_y1", ["上年度销售收入", "企业上年销售额"], "money"],
  ["rd_y1", ["上年度研发费用总额", "上一年度研发投入", "上年度研究开发费用"], "money"],
  ["net_profit_y1", ["上年度净利润", "上一年度实现净利润"], "money"],
  ["rd_avg2", ["近两年研发费用均值", "近2年研发费用总额平均值"], "money"],
  ["equity_new_2y", ["近两年新增股权融资总额", "近2年新增股权融资"], "money"],
  [
    "rd_ratio_y1",
    ["研发费用占营业收入比重", "上年度研发投入占营业收入的比例", "研发投入强度"],
    "percent",
  ],
  ["main_ratio", ["主营业务收入占营业收入比重", "主营业务收入总额占营业收入总额的比例"], "percent"],
  ["revenue_cagr2", ["近两年营业收入复合增长率", "近2年营业收入年均复合增长率"], "percent"],
  ["main_growth_avg2", ["近两年主营业务收入平均增长率", "近2年主营业务收入年均增长率"], "percent"],
  ["revenue_growth_y1", ["上年度营业收入增长率", "上年度营业收入同比增速"], "percent"],
  ["debt_ratio", ["资产负债率", "上年末资产负债率"], "percent"],
  [
    "rd_staff_ratio",
    ["研发人员占职工总数比重", "研发人员占企业职工总数的比例", "研发人员占比"],
    "percent",
  ],
  ["market_share_domestic", ["主导产品国内细分市场占有率", "主导产品在国内市场占有率"], "percent"],
  ["employees", ["职工总数", "从业人员", "员工人数"], "person"],
  ["rd_staff", ["研发人员", "专职研发人员"], "person"],
  ["invention_patents_granted", ["有效发明专利", "拥有授权发明专利"], "item"],
  ["software_copyrights", ["软件著作权", "拥有计算机软件著作权"], "item"],
];

/** `N` stands for the number. */
const comparisons: Readonly<Record<string, readonly string[]>> = {
  ">=": [
    "不低于N",
    "不少于N",
    "N以上",
    "N及以上",
    "N（含）以上",
    "达到N",
    "达到N以上",
    "达N及以上",
    "在N以上",
    "应达到N以上",
    "不得低于N",
    "须不低于N",
    "≥N",
    "大于或等于N",
  ],
  ">": ["超过N", "高于N", "大于N", "＞N", "N以上（不含N）"],
  "<=": [
    "不超过N",
    "不高于N",
    "N以下",
    "N及以下",
    "N（含）以下",
    "不大于N",
    "控制在N以内",
    "在N以内",
    "≤N",
    "不得超过N",
    "不多于N",
  ],
  "<": ["低于N", "小于N", "不足N", "少于N", "＜N", "不满N"],
};

const digits = "零一二三四五六七八九";

/** One value written in several ways, in 万元, percent or a count. */
function written(value: number, unit: Unit): readonly string[] {
  if (unit === "percent")
    return [`${value}%`, `${value}％`, `百分之${inChinese(value)}`, `${value} %`];
  const counter = unit === "person" ? "人" : "件";
  if (unit !== "money") return [`${value}${counter}`, `${inChinese(value)}${counter}`];
  const wide = String(value).replace(/\d/g, (digit) =>
    String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
  );
  const yuan = `${(value * 10_000).toLocaleString("en-US")}元`;
  return [
    `${value}万元`,
    `${value}万`,
    `${value}万元人民币`,
    `${wide}万元`,
    yuan,
    `${value / 10_000}亿元`,
  ];
}

/** 1 to 99. */
function inChinese(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const head = tens === 0 ? "" : `${tens === 1 ? "" : digits.charAt(tens)}十`;
  return head + (ones === 0 ? "" : digits.charAt(ones));
}

interface Said {
  readonly text: string;
  readonly leaf: Condition;
}

const said: fc.Arbitrary<Said> = fc
  .record({
    measure: fc.constantFrom(...measures),
    op: fc.constantFrom<Operator>(">=", ">", "<=", "<"),
    number: fc.integer({ min: 2, max: 99 }),
    picks: fc.array(fc.nat({ max: 1_000 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ measure: [m, wordings, unit], op, number, picks }) => {
    const value = unit === "money" ? number * 100 : number;
    const pick = (from: readonly string[], at: number) =>
      from[(picks[at] ?? 0) % from.length] ?? "";
    const figure = pick(written(value, unit), 0);
    const text = pick(wordings, 1) + pick(comparisons[op] ?? [], 2).replaceAll("N", figure);
    return { text, leaf: { m, op, v: value } };
  });

const joints: Readonly<Record<"all" | "any", readonly string[]>> = {
  all: ["，且", "，", "；", "，并且", "，同时"],
  any: ["，或", "，或者", "；或"],
};

const clauses = fc
  .record({
    parts: fc.uniqueArray(said, {
      minLength: 1,
      maxLength: 4,
      selector: ({ leaf }) => "m" in leaf && leaf.m,
    }),
    kind: fc.constantFrom("all", "any"),
    joint: fc.nat({ max: 4 }),
    end: fc.constantFrom("", "。", "；"),
  })
  .map(({ parts, kind, joint, end }) => {
    const words = joints[kind];
    const text = parts.map((part) => part.text).join(words[joint % words.length] ?? "，") + end;
    const leaves = parts.map((part) => part.leaf);
    const tree: Condition = kind === "all" ? { all: leaves } : { any: leaves };
    return { text, tree };
  });

const runs = Number(process.env["PARAPHRASES"] ?? 1_000);

it("reads every wording of a bound, and every joint of several, as one tree", () => {
  fc.assert(
    fc.property(clauses, ({ text, tree }) => {
      const { tree: found } = extractConditions(text, lexicon);
      const { equal } = compareConditions(found, tree, lexicon.catalogue);
      expect(equal, `${text}\n${JSON.stringify(found)}`).toBe(true);
    }),
    { numRuns: runs, seed: 20_261_127 },
  );
});
