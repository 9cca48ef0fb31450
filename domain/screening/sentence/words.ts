/** The words of the controlled sentence: a tree is shown and edited in them, so each stands for exactly one thing. */
import type { Operator } from "../condition.ts";

export const comparisonWords: Readonly<Record<Operator, string>> = {
  ">=": "不低于",
  ">": "高于",
  "<=": "不超过",
  "<": "低于",
  "==": "等于",
  "!=": "不等于",
  in: "属于",
  "not in": "不属于",
};

/** Reference lines a measure may be compared with. */
export const referenceWords: Readonly<Record<string, string>> = {
  city_avg: "全市平均水平",
  district_avg: "全区平均水平",
  province_avg: "全省平均水平",
  national_avg: "全国平均水平",
  industry_avg: "行业平均水平",
};

export const benefitWords = {
  rate_max: "比例上限",
  rate: "比例",
  cap: "金额上限",
  amount: "金额",
  cap_ratio: "占投资比例上限",
} as const;

export const words = {
  all: "同时满足",
  any: "满足任一",
  not: "不得有",
  tiers: "分档",
  each: "逐项",
  open: "【",
  close: "】",
  next: "；",
  if: "若",
  then: "，则",
  otherwise: "其余",
  yes: "：是",
  no: "：否",
  notYes: "：不为是",
  notNo: "：不为否",
  soft: "〔原则上〕",
  manual: "〔人工核验〕",
  openList: "〔列举未尽〕",
  period: "〔期间：",
  basis: "〔口径：",
  unit: "〔单位：",
  except: "〔除外：",
  filter: "〔其中：",
  benefit: "〔奖补：",
  end: "〕",
} as const;
