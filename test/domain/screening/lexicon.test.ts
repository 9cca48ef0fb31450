import { describe, expect, it } from "vitest";

import { buildLexicon } from "../../../domain/screening/grammar/build-lexicon.ts";
import { familyKey } from "../../../domain/screening/grammar/lexicon.ts";
import { lexicon } from "./screening-kit.ts";

describe("the lexicon", () => {
  it("leads from every family, denominator and table to a metric of the catalogue", () => {
    const {
      catalogue,
      families,
      denominators,
      events,
      elidedGrowth,
      elidedRatio,
      points,
      sizeLetters,
    } = lexicon;
    const ids = [
      elidedGrowth,
      elidedRatio.id,
      points,
      ...sizeLetters.values(),
      ...events.map((row) => row.m),
    ];
    for (const fact of lexicon.facts.values()) ids.push(fact.m, ...Object.values(fact.spans));
    for (const id of ids) expect(catalogue.metrics.has(id), id).toBe(true);
    for (const [of, per] of denominators)
      expect(families.has(familyKey(of, per)), `${of}/${per}`).toBe(true);
  });

  it("names what every subject word measures, alone or over its denominator", () => {
    const divisors = new Set([...lexicon.families.values()].map(({ per }) => per));
    for (const [word, meaning] of lexicon.words) {
      if (meaning.is !== "subject") continue;
      const known =
        lexicon.families.has(familyKey(meaning.of, meaning.per)) ||
        divisors.has(meaning.of) ||
        lexicon.denominators.has(meaning.of);
      expect(known, word).toBe(true);
    }
  });

  it.each([
    "niche_years",
    "rd_y1",
    "rd_ratio_y2",
    "rd_avg2",
    "rd_sum2",
    "rd_sum3",
    "rd_ratio_3y_total",
    "rd_to_sales",
    "rd_to_cost",
    "revenue_y1",
    "revenue_cagr2",
    "net_profit_cagr2",
    "main_ratio",
    "main_growth_y1",
    "main_growth_avg2",
    "sales_y1",
    "equity_new_2y",
    "equity_new_3y",
    "equity_total",
    "debt_ratio",
    "net_margin",
    "employees",
    "tech_staff_ratio",
    "rd_staff_ratio",
    "class1_total",
    "class2_total",
    "class1_self_developed",
    "class1_high_value",
    "invention_patents_granted",
    "utility_plus_software",
    "led_standards",
    "led_standard_5y",
    "pct_applications",
    "award_prov_rank_3y",
    "award_nat_rank_3y",
    "award_nat_rank_5y",
    "award_prov_or_above_rank_3y",
    "award_nat_or_prov_3y",
    "maker_china_top500_3y",
    "maker_china_top50_3y",
    "market_share_domestic",
    "market_share_international",
    "market_rank_domestic",
    "srdi_eval_score_current",
    "srdi_eval_score_previous",
    "valuation_usd_100m",
    "valuation_rmb_100m",
    "equity_share_at_valuation",
    "third_party_credit_score",
    "established_days",
    "established_years",
    "transformed_years",
    "operating_full_fiscal_years",
    "in_abnormal_list",
    "in_serious_dishonesty_list",
    "major_accident_3y",
    "tax_evasion_or_violation_3y",
    "safety_accident_larger_3y",
    "major_accident_1y_before_application",
    "digital_level",
    "title_valid",
    "registered_area",
    "industry",
    "sme",
    "is_renewal",
  ])("knows the metric %s of the criteria packs or the clause collection", (id) => {
    expect(lexicon.catalogue.metrics.has(id)).toBe(true);
  });

  it("refuses files of another shape and says where", () => {
    expect(() => buildLexicon({ measures: {} })).toThrow(/families/);
  });
});
