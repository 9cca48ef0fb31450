/** The rules a portrait is made by, as the store is given them: checked data, never text of a user (cultivation/portrait). */
import type { IpKind, TitleKind } from "../../domain/vocabulary.ts";

/** Figures of an enterprise that rules may look at: money in ten thousand yuan (`_wan`), shares and growth in percent. */
export const numberMeasures = [
  "age_years",
  "class_one",
  "class_one_own",
  "debt_ratio",
  "equity_wan",
  "export_share",
  "growth",
  "growth_last",
  "growth_prior",
  "insured",
  "ip_count",
  "ip_weighted",
  "latest_year",
  "net_margin",
  "penalties",
  "profit_last_wan",
  "profit_prior_wan",
  "rd_expense_wan",
  "rd_ratio",
  "rd_staff_share",
  "revenue_wan",
  "standards_drafted",
  "standing",
  "title_count",
  "title_points",
  "titles_lapsing",
] as const;
export type NumberMeasure = (typeof numberMeasures)[number];

export const booleanMeasures = [
  "abnormal_now",
  "chain_core",
  "high_tech",
  "in_chain",
  "serious_now",
  "specialized",
  "strategic",
] as const;
export type BooleanMeasure = (typeof booleanMeasures)[number];

export const textMeasures = ["chain_name", "node_name"] as const;
export type TextMeasure = (typeof textMeasures)[number];

export const expectedFacts = [
  "industry",
  "town",
  "capital",
  "contact",
  "legal_representative",
  "size_class",
  "financials",
  "rd",
  "employment",
  "tax",
] as const;
export type ExpectedFact = (typeof expectedFacts)[number];

export interface ScorePart {
  readonly id: string;
  readonly nameZh: string;
  readonly unit: string;
  readonly measure: NumberMeasure;
  readonly weight: number;
  /** Value and share of the weight, rising by value; straight lines between, level outside. */
  readonly points: readonly (readonly [number, number])[];
}

export interface ScoreRules {
  readonly version: string;
  readonly minimumKnownWeight: number;
  readonly parts: readonly ScorePart[];
  readonly ipWeights: Readonly<Record<IpKind, number>>;
  readonly titlePoints: Readonly<Record<TitleKind, number>>;
  readonly riskDeductions: Readonly<Record<RiskDeduction, number>>;
  readonly expected: Readonly<Record<"COMPANY" | "OTHERS", readonly ExpectedFact[]>>;
  readonly trend: { readonly risingFrom: number; readonly fallingTo: number };
  readonly sentences: Readonly<Record<Sentence, string>>;
}

export const riskDeductions = [
  "seriousViolation",
  "abnormalEntry",
  "SERIOUS",
  "ORDINARY",
  "MINOR",
  "taxGradeD",
  "debtAbove85",
] as const;
export type RiskDeduction = (typeof riskDeductions)[number];

export const sentences = [
  "scored",
  "unscored",
  "part",
  "unknown",
  "separator",
  "listSeparator",
  "known",
] as const;
export type Sentence = (typeof sentences)[number];

export const comparisons = ["atLeast", "atMost", "above", "below"] as const;
export type Comparison = (typeof comparisons)[number];

export type LabelCondition =
  | readonly [NumberMeasure, Comparison, number]
  | readonly [BooleanMeasure, "is", boolean];

export interface LabelRule {
  readonly label: string;
  readonly category: string;
  readonly appliesTo: "LIBRARY" | "COMPANY" | "ALL";
  readonly all: readonly LabelCondition[];
  /** With `{measure}` places. */
  readonly reason: string;
}

export interface LabelRules {
  readonly version: string;
  readonly labels: readonly LabelRule[];
}
