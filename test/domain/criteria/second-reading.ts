/**
 * The documents read a second time, from the tables of the official texts and in plain numbers, knowing nothing of packs:
 * what the shipped data is held against, record by record, around every edge.
 */
import {
  all,
  asking,
  type Asking,
  clear2022,
  clear2026,
  type Facts,
  plain,
  type Reading,
  some,
} from "./asking.ts";
import { innovative, specialised2022, techSme } from "./read-scored.ts";

/** Points of the platform: of this year, and for a renewal of either of two. */
const evaluated = (ask: Asking, edge: number) =>
  some(
    ask.atLeast("srdi_eval_score_current", edge),
    all(ask.fact("is_renewal"), ask.atLeast("srdi_eval_score_previous", edge)),
  );

function specialised2026(ask: Asking): Reading {
  const property = all(ask.atLeast("class1_total", 1), ask.fact("class1_applied_with_benefit"));
  return plain(
    all(
      clear2026(ask),
      ask.title("科技型中小企业", "创新型中小企业"),
      ask.atLeast("niche_years", 3),
      some(ask.atLeast("revenue_y1", 1500), ask.atLeast("equity_new_2y", 2000)),
      ask.atLeast("main_ratio", 80),
      ask.atMost("debt_ratio", 80),
      ...["rd_y1", "rd_y2"].map((name) => ask.atLeast(name, 100)),
      ...["rd_ratio_y1", "rd_ratio_y2"].map((name) => ask.atLeast(name, 3)),
      some(
        property,
        ask.rank("award_prov_or_above_rank_3y", 3),
        ask.fact("rd_institution_prov_or_above"),
      ),
      ask.manual("market_position_relatively_front"),
      evaluated(ask, 50),
    ),
  );
}

function giant2022(ask: Asking): Reading {
  const both = (edge: number) =>
    all(ask.atLeast("rd_ratio_y1", edge), ask.atLeast("rd_ratio_y2", edge));
  const tier = some(
    all(ask.atLeast("revenue_y1", 10_000), both(3)),
    all(ask.atLeast("revenue_y1", 5_000), ask.below("revenue_y1", 10_000), both(6)),
    all(
      ask.atMost("revenue_y1", 5_000),
      ask.atLeast("equity_new_2y", 8_000),
      ask.atLeast("rd_sum2", 3_000),
      ask.atLeast("rd_staff_ratio", 50),
    ),
  );
  const direct = { D1: ask.rank("award_nat_rank_3y", 3), D2: ask.fact("maker_china_top50_3y") };
  const general = all(
    tier,
    ask.fact("has_rd_institution"),
    ask.atLeast("class1_total", 2),
    ask.fact("class1_applied_with_benefit"),
  );
  const pass = all(
    clear2022(ask),
    ask.title("专精特新中小企业"),
    ask.atLeast("niche_years", 3),
    ask.atLeast("main_ratio", 70),
    ask.atLeast("main_growth_avg2", 5),
    ask.atLeast("core_business_on_info_system", 1),
    some(ask.fact("mgmt_system_cert"), ask.fact("product_cert_developed_region")),
    ask.atMost("debt_ratio", 70),
    ask.atLeast("market_share_domestic", 10),
    ask.fact("own_brand"),
    some(general, ...Object.values(direct)),
    ask.manual("chain_role"),
  );
  return plain(pass, direct);
}

function giant2026(ask: Asking): Reading {
  const property = all(ask.atLeast("class1_total", 4), ask.fact("class1_applied_with_benefit"));
  return plain(
    all(
      clear2026(ask),
      ask.title("专精特新中小企业"),
      ask.atLeast("niche_years", 3),
      ask.atLeast("revenue_y1", 5_000),
      ask.atLeast("main_ratio", 90),
      some(ask.fact("is_renewal"), ask.atLeast("revenue_cagr2", 5)),
      ask.atMost("debt_ratio", 75),
      ask.atLeast("rd_sum2", 1_200),
      ...["rd_ratio_y1", "rd_ratio_y2"].map((name) => ask.atLeast(name, 3)),
      some(property, ask.rank("award_nat_rank_3y", 3)),
      some(
        ask.atLeast("market_share_domestic", 10),
        ask.atLeast("market_share_international", 10),
        ask.rank("market_rank_domestic", 3),
      ),
      ask.manual("chain_role_and_field"),
      evaluated(ask, 60),
    ),
  );
}

function hnte(ask: Asking): Reading {
  const intensity = some(
    all(ask.atMost("sales_y1", 5_000), ask.atLeast("rd_ratio_3y_total", 5)),
    all(
      ask.above("sales_y1", 5_000),
      ask.atMost("sales_y1", 20_000),
      ask.atLeast("rd_ratio_3y_total", 4),
    ),
    all(ask.above("sales_y1", 20_000), ask.atLeast("rd_ratio_3y_total", 3)),
  );
  return plain(
    all(
      ask.fact("resident_enterprise"),
      ask.atLeast("established_days", 365),
      ask.fact("owns_core_ip"),
      ask.fact("in_hnte_field"),
      ask.atLeast("tech_staff_ratio", 10),
      intensity,
      ask.atLeast("rd_domestic_ratio", 60),
      ask.atLeast("hitech_revenue_ratio_y1", 60),
      ask.above("expert_total", 70),
      ask.no("major_accident_1y_before_application", "serious_env_violation_1y_before_application"),
    ),
  );
}

function gazelle(ask: Asking): Reading {
  const grown = (rate: number) =>
    some(ask.atLeast("revenue_cagr2", rate), ask.atLeast("net_profit_cagr2", rate));
  const tier = (from: number, to: number) =>
    all(ask.atLeast("revenue_y1", from), ask.below("revenue_y1", to));
  const spent = (edge: number) =>
    all(ask.atLeast("rd_ratio_y1", edge), ask.atLeast("rd_ratio_y2", edge));
  return plain(
    all(
      ask.fact("registered_in_shandong_legal_person"),
      ask.fact("in_gazelle_industry_scope"),
      ask.no(
        "in_gazelle_excluded_industry",
        "controlled_by_listed_company",
        "listed_main_exchange",
      ),
      ask.atLeast("operating_full_fiscal_years", 3),
      ask.below("debt_ratio", 70),
      some(
        all(tier(1_000, 2_000), grown(25)),
        all(tier(2_000, 10_000), grown(20)),
        all(tier(10_000, 40_000), grown(15)),
        all(ask.atLeast("revenue_y1", 40_000), grown(10)),
      ),
      some(
        all(ask.atLeast("revenue_y1", 10_000), spent(2.5)),
        all(ask.below("revenue_y1", 10_000), spent(5)),
      ),
      some(
        ask.atLeast("invention_patents_granted", 2),
        ask.atLeast("utility_plus_software", 8),
        ask.atLeast("led_standards", 1),
      ),
      ask.atLeast("third_party_credit_score", 75),
      ask.no("major_accident_3y", "tax_evasion_or_violation_3y"),
    ),
  );
}

function unicorn(ask: Asking): Reading {
  return plain(
    all(
      ask.fact("registered_in_shandong_legal_person"),
      some(ask.atMost("established_years", 10), ask.atMost("transformed_years", 10)),
      ask.above("valuation_usd_100m", 10),
      ask.atLeast("equity_share_at_valuation", 5),
      ask.atLeast("third_party_credit_score", 85),
      ask.fact("private_funding_received"),
      ask.no("listed_main_exchange", "major_accident_3y"),
    ),
  );
}

/** By the worked cases whose base record is varied. */
export const readings: Readonly<Record<string, (facts: Facts) => Reading>> = {
  "innovative-2022": (facts) => innovative(asking(facts)),
  "srdi-2022": (facts) => specialised2022(asking(facts), facts),
  "srdi-2026": (facts) => specialised2026(asking(facts)),
  "little-giant-2022": (facts) => giant2022(asking(facts)),
  "little-giant-2026": (facts) => giant2026(asking(facts)),
  "tech-2017": (facts) => techSme(asking(facts)),
  "hnte-2016": (facts) => hnte(asking(facts)),
  "gazelle-2020": (facts) => gazelle(asking(facts)),
  "unicorn-2019": (facts) => unicorn(asking(facts)),
};
