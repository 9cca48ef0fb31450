/**
 * What no register gives: statements of the enterprise (`details.form`), results of the city's platform
 * (`details.platform`), findings of an officer (`details.manual`), under the names that the formulas of the indicator
 * catalogue have for them. A value of another type than expected is no value.
 */
import type { IndicatorPeriod } from "./indicators-period.ts";

const figurePattern = "'^-?[0-9]+([.][0-9]+)?$'";

const numberAt = (path: string) =>
  `case when (e.details #>> '{${path}}') ~ ${figurePattern} then (e.details #>> '{${path}}')::numeric end`;
const truthAt = (path: string) =>
  `case when jsonb_typeof(e.details #> '{${path}}') = 'boolean' then (e.details #>> '{${path}}')::boolean end`;
const formNumber = (key: string) => numberAt(`form,${key}`);
const formTruth = (key: string) => truthAt(`form,${key}`);
const foundTrue = (key: string) => truthAt(`manual,${key}`);

/** By column of the sheet. */
export function statedIndicators({ year }: IndicatorPeriod): Readonly<Record<string, string>> {
  const experts = [
    "k1a",
    "k1b",
    "k1c",
    "k1d",
    "k1e",
    "k2",
    "k3a",
    "k3b",
    "k3c",
    "k3d",
    "k4a",
    "k4b",
  ];
  return {
    niche_years: nicheYears(year),
    in_hnte_field:
      "case when jsonb_typeof(e.details #> '{form,hnte_field}') = 'string' then true end",
    in_strategic_emerging_catalog: formTruth("strategic_emerging"),
    in_six_bases: formTruth("six_bases"),
    fills_chain_gap: formTruth("fills_chain_gap"),
    product_prohibited_restricted_eliminated:
      "(e.details #>> '{form,product_class}') in ('prohibited', 'restricted', 'eliminated')",
    market_share_domestic: formNumber("market_share_domestic"),
    market_share_international: formNumber("market_share_international"),
    market_rank_domestic: formNumber("market_rank_domestic"),
    class1_applied_with_benefit: formTruth("class1_applied"),
    digital_level: formNumber("digital_level"),
    core_business_on_info_system: formNumber("core_business_on_info_system"),
    third_party_credit_score: formNumber("credit_score"),
    major_negative_opinion: formTruth("negative_opinion"),
    controlled_by_little_giant: formTruth("group_relation"),
    unique_tech_or_model: formTruth("unique"),
    transformed_years: formNumber("transformed_years"),
    local_feature_points: formNumber("local_feature_points"),
    expert_total: formNumber("expert_total"),
    ...Object.fromEntries(experts.map((key) => [`expert_${key}`, numberAt(`form,expert,${key}`)])),
    srdi_eval_score_current: numberAt(`platform,srdi_eval_score,${year}`),
    srdi_eval_score_previous: numberAt(`platform,srdi_eval_score,${year - 1}`),
    market_position_relatively_front: foundTrue("market_position_relatively_front"),
    chain_role: foundTrue("chain_role"),
    product_field: foundTrue("product_field"),
    chain_role_and_field: foundTrue("chain_role_and_field"),
  };
}

/** Whole years and the days beyond them, from the day stated to the end of the last complete year. */
function nicheYears(year: number): string {
  const since = "(e.details #>> '{form,niche_since}')::date";
  const end = `'${year}-01-01'::date`;
  const whole = `extract(year from age(${end}, ${since}))`;
  return `case when (e.details #>> '{form,niche_since}') ~ '^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$|^[12][0-9]{3}-(0[13-9]|1[0-2])-(29|30)$|^[12][0-9]{3}-(0[13578]|1[02])-31$'
      or (e.details #>> '{form,niche_since}') ~ '^([12][0-9](0[48]|[2468][048]|[13579][26])|(12|16|20|24|28)00)-02-29$'
    then case when ${since} <= ${end} then ${whole} + (${end} - (${since} + make_interval(years => ${whole}::int))::date)::numeric / 366 else 0 end end`;
}
