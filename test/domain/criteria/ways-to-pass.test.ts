/** What an enterprise is told to do: the nearest thing first, in words it understands, and nothing it cannot do. */
import { beforeAll, describe, expect, test } from "vitest";

import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import type { Criteria } from "../../../domain/criteria/criteria.ts";
import { judgeRecord } from "../../../domain/criteria/record/judge-record.ts";
import type { Way } from "../../../domain/criteria/verdict.ts";
import { planOf } from "../../../domain/criteria/ways/plan.ts";
import { sentenceOf } from "../../../domain/criteria/ways/sentence.ts";
import { decimal } from "../../../lib/decimal.ts";
import { sampleCatalogue } from "./sample-pack.ts";
import { readBase } from "./read-base.ts";

let criteria: Criteria;

beforeAll(async () => {
  criteria = await loadSoundCriteria();
});

function waysOf(file: string, given: Readonly<Record<string, unknown>>): readonly Way[] {
  const { standard, base } = readBase(file);
  const judged = judgeRecord({ id: "w", standard, inputs: { ...base, ...given } }, criteria, {
    asOf: undefined,
    today: "2026-09-01",
  });
  if (!judged.ok) throw new Error(judged.problems.join());
  return judged.verdict["waysToPass"] as Way[];
}

const sentencesOf = (file: string, given: Readonly<Record<string, unknown>>): string[] =>
  waysOf(file, given).map((way) => way.sentence);

describe("sentences", () => {
  test("a count: so many more, and the points they bring", () => {
    const given = {
      class1_self_developed: 0,
      class1_total: 0,
      class2_total: 1,
      rd_ratio_y1: 3,
      main_growth_y1: 0,
      debt_ratio: 55,
      in_strategic_emerging_catalog: false,
      main_ratio: 60,
    };
    expect(sentencesOf("innovative-2022", given)).toContain(
      "再增加发明专利等Ⅰ类知识产权1项可得10分",
    );
  });

  test.each([
    [
      "money",
      "srdi-2022",
      { rd_y1: 99.99, rd_ratio_y1: 3.5 },
      "上年度研发费用再增加0.01万元（达到100万元）",
    ],
    [
      "a share to raise",
      "srdi-2022",
      { rd_ratio_y1: 2.9994 },
      "上年度研发费用占营业收入比重由2.9994%提高到3%",
    ],
    ["a share to lower", "little-giant-2022", { debt_ratio: 71 }, "资产负债率由71%降到70%"],
    [
      "a share of many places to lower",
      "little-giant-2022",
      { debt_ratio: 70.00001 },
      "资产负债率由70.0001%降到70%",
    ],
    [
      "a share of many places to raise",
      "srdi-2022",
      { rd_ratio_y1: 2.99999 },
      "上年度研发费用占营业收入比重由2.9999%提高到3%",
    ],
    [
      "years that only pass",
      "srdi-2022",
      { equity_new_2y: 6000, niche_years: 1.9 },
      "从事特定细分市场再满0.1年（达到2年）",
    ],
    ["a fact to bring about", "little-giant-2022", { own_brand: false }, "建立自主品牌"],
    ["a title", "srdi-2022", { titles: [] }, "取得有效期内的“创新型中小企业”称号"],
    ["a list to leave", "innovative-2022", { in_abnormal_list: true }, "移出经营异常名录"],
    [
      "a place to gain",
      "little-giant-2026",
      { class1_total: 0, award_nat_rank_3y: 4 },
      "国家级科技奖励获奖单位名次由第4名升到第3名",
    ],
    ["a first award", "srdi-2026", { class1_total: 0 }, "省部级以上科技奖励获奖单位名次进入前3名"],
    [
      "a strict bound",
      "unicorn-2019",
      { valuation_usd_100m: 10 },
      "最近一轮融资估值由10亿美元提高到10.01亿美元",
    ],
    [
      "a whole number past a strict bound",
      "hnte-2016",
      { expert_total: 70 },
      "高企创新能力评价总分由70分提高到71分",
    ],
    [
      "a figure to find out",
      "srdi-2026",
      { srdi_eval_score_current: null },
      "补充本年度专精特新发展评价得分数据（须不低于50分）",
    ],
    [
      "a fact to find out",
      "innovative-2022",
      { in_abnormal_list: null },
      "核实“被列入经营异常名录”为否",
    ],
  ])("%s", (_kind, file, given, sentence) => {
    expect(sentencesOf(file, given)).toContain(sentence);
  });

  test("two gates short are two things to do, in one way", () => {
    expect(sentencesOf("little-giant-2022", { own_brand: false, debt_ratio: 71 })).toEqual([
      "资产负债率由71%降到70%；建立自主品牌",
    ]);
  });

  test("points are said once for each item, and not for what meets a gate", () => {
    const given = {
      own_brand: false,
      iso9001_cert: false,
      debt_ratio: 70.01,
      net_margin: 1.99,
      local_feature_points: 5,
    };
    const spoken = waysOf("srdi-2022", given);
    expect(spoken).toHaveLength(3);
    for (const way of spoken) {
      const items = new Set(way.changes.map((one) => one.item).filter((one) => one !== null));
      expect(way.sentence.match(/可得/g)?.length ?? 0).toBe(items.size);
    }
  });

  test("facts counted together on one item are joined before their points", () => {
    const plan = planOf(
      [
        { input: "certified", from: false, to: true, earns: { item: "A2", points: decimal(5) } },
        { input: "branded", from: undefined, to: true, earns: { item: "A2", points: decimal(5) } },
        { input: "revenue", from: decimal(10), to: decimal(100) },
      ],
      sampleCatalogue(),
    );
    expect(sentenceOf(plan, sampleCatalogue())).toBe(
      "取得certified zh、核实“branded zh”为是可得5分；revenue zh再增加90万元（达到100万元）",
    );
  });
});

describe("figures", () => {
  test("say from, to, by, unit, item and points", () => {
    const [way] = waysOf("innovative-2022", {
      rd_ratio_y1: 5,
      main_growth_y1: -0.01,
      debt_ratio: 50,
      main_ratio: 80,
    });
    expect(way?.changes).toEqual([
      { input: "main_growth_y1", from: -0.01, to: 0, by: 0.01, unit: "%", item: "I3", points: 5 },
    ]);
  });

  test("of a title name it, from not held", () => {
    const [way] = waysOf("srdi-2022", { titles: [] });
    expect(way?.changes).toEqual([
      {
        input: "titles",
        from: false,
        to: "创新型中小企业",
        by: null,
        unit: null,
        item: null,
        points: null,
      },
    ]);
  });
});

describe("no way is shown", () => {
  test.each([
    ["to one that passes", "srdi-2026", {}],
    ["to one that is too large", "innovative-2022", { is_sme: false }],
    ["where only time heals", "innovative-2022", { major_accident_3y: true }],
    ["that asks to shrink", "tech-2017", { employees: 501 }],
    [
      "to one controlled by a listed company",
      "gazelle-2020",
      { controlled_by_listed_company: true },
    ],
    ["for a standard without a text", "eaglet-2022", {}],
  ])("%s", (_why, file, given) => {
    expect(waysOf(file, given)).toEqual([]);
  });
});

test("the nearest comes first, and at most three come", () => {
  const given = { debt_ratio: 70.01, net_margin: 1.99 };
  expect(sentencesOf("srdi-2022", given)).toHaveLength(3);
  expect(sentencesOf("srdi-2022", given)[0]).toBe("净利润率由1.99%提高到2%可得2分");
});
