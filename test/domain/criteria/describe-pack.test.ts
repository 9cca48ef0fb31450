/** A pack read back in Chinese, and the difference between two. */
import { beforeAll, expect, test } from "vitest";

import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import type { Criteria } from "../../../domain/criteria/criteria.ts";
import { describePack } from "../../../domain/criteria/describe-pack.ts";
import { diffPacks } from "../../../domain/criteria/diff-packs.ts";
import { readSample, sampleCatalogue, samplePackData } from "./sample-pack.ts";

let criteria: Criteria;

beforeAll(async () => {
  criteria = await loadSoundCriteria();
});

function lineOf(id: string, key: string): string | undefined {
  const pack = criteria.packs.get(id)!;
  return describePack(pack, criteria.catalogue).find((line) => line.key === key)?.text;
}

test.each([
  ["sme_size_2011_300", "industry IND", "工业：employees 1000/300/20，revenue_y1 40000/2000/300"],
  [
    "srdi_sme_2022",
    "item P8",
    "上年度资产负债率（精细化，5分）：资产负债率 > 70% → 0分；> 60%，≤ 70% → 1分；> 50%，≤ 60% → 3分；≤ 50% → 5分",
  ],
  [
    "srdi_sme_2022",
    "item P6",
    "质量管理水平（精细化，5分）：每项3分：省级以上质量奖荣誉、ISO9001等质量管理体系认证、自主品牌、参与制修订标准",
  ],
  ["srdi_sme_2022", "item P9", "地方特色指标（特色化，15分）：按给定分数（地方特色化指标得分）"],
  ["hnte_2016", "item K1a", "技术的先进程度（知识产权，8分）：由专家评定"],
  [
    "hnte_2016",
    "item K1d",
    "知识产权获得方式（知识产权，6分）：A 有自主研发 → 1–6分；B 仅有受让、受赠和并购等 → 1–3分；其他 → 0分",
  ],
  [
    "tech_sme_2017",
    "gate books",
    "会计核算健全、查账征收［会计核算健全、查账征收、准确归集研发费用并缴纳企业所得税：是］（资格）（缺数据视为符合）",
  ],
  ["tech_sme_2017", "category 科技人员", "最高20分，最低 > 0分"],
  [
    "gazelle_sd_2020",
    "gate not_listed",
    "未在境内外股票市场上市（新三板、场外市场除外）［非（已在境内外股票市场上市（新三板及场外市场除外）：是）］（资格）",
  ],
  [
    "srdi_sme_2022",
    "direct_pass D1",
    "近三年省级科技奖励获奖单位前三，或国家级科技奖励获奖单位前五［近三年省级科技奖励获奖单位名次 ≥ 1名，≤ 3名 或 近三年国家级科技奖励获奖单位名次 ≥ 1名，≤ 5名］",
  ],
  [
    "little_giant_2022",
    "overlay notice_2025_190",
    "工信厅企业函〔2025〕190号（2025-01-01 至 2025-12-31）：营业收入不低于5000万元（2025年度不受理低于此数的申请和复核）；近2年主营业务收入平均增长率不低于5%（复核企业不作要求）；制造业单项冠军不再推荐（复核除外）；与已认定小巨人存在控股关系或同集团主导产品相似",
  ],
])("%s %s", (id, key, text) => {
  expect(lineOf(id, key)).toBe(text);
});

test("a difference tells what is added, removed and changed, and nothing that is the same", () => {
  const before = readSample();
  const after = readSample(
    samplePackData({
      in_force: { new: { from: "2020-01-01", to: "2026-03-31" } },
      exclusions: [],
      direct_passes: [{ id: "D1", name_zh: "专利", needs: { input: "patents", at_least: 6 } }],
      gates: [
        ...(samplePackData()["gates"] as object[]),
        { id: "new", name_zh: "新增", needs: { input: "certified", is: true } },
      ],
    }),
  );
  expect(diffPacks(before, after, sampleCatalogue())).toEqual([
    {
      change: "changed",
      key: "in_force new",
      before: "2020-01-01 至 …",
      after: "2020-01-01 至 2026-03-31",
    },
    {
      change: "changed",
      key: "direct_pass D1",
      before: "专利［patents zh ≥ 5项］",
      after: "专利［patents zh ≥ 6项］",
    },
    { change: "removed", key: "exclusion X1", before: "事故（近三年）", after: null },
    { change: "added", key: "gate new", before: null, after: "新增［certified zh：是］" },
  ]);
  expect(diffPacks(before, before, sampleCatalogue())).toEqual([]);
});
