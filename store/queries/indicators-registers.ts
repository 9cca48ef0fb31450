/** What other registers say: penalties, lists, awards, standards, institutions, certificates, equity, titles. */
import { heldOn } from "./held-title.ts";
import { type IndicatorPeriod, within } from "./indicators-period.ts";

const any = (condition: string) => `coalesce(bool_or(${condition}), false)`;

/** True when it holds of one, unknown when it may hold of one: a rank or a day that is not told is no other rank or day. */
const perhaps = (condition: string) =>
  `case when bool_or(${condition}) then true when bool_or((${condition}) is null) then null else false end`;

export function registerTables(period: IndicatorPeriod): string {
  return [penal, listed, merits, drafted, institutes, certified, equity, held]
    .map((table) => table(period))
    .join(", ");
}

/** An event whose date is not told counts as recent: it may be. */
function recent(column: string, years: number, period: IndicatorPeriod): string {
  return `coalesce(${within(column, years, period)}, true)`;
}

/** A major accident ends in a serious penalty: the register of penalties stands for the one of accidents. */
function penal(period: IndicatorPeriod): string {
  const grave = "severity = 'SERIOUS'";
  const accident = `${grave} and kind in ('SAFETY', 'QUALITY', 'ENVIRONMENT', 'CYBER', 'DATA')`;
  const of = (kinds: string, years: number, extra = grave) =>
    any(`${extra} and kind in (${kinds}) and ${recent("decided_on", years, period)}`);
  const thisAndLast = `coalesce(decided_on >= '${period.y1}-01-01'::date and decided_on <= ${period.day}, true)`;
  return `penal as (
    select credit_code, ${any(`${accident} and ${recent("decided_on", 3, period)}`)} as accident_3y,
      ${any(`${accident} and ${thisAndLast}`)} as accident_last, ${any(`kind = 'RESEARCH' and ${thisAndLast}`)} as research_last,
      ${of("'SAFETY', 'QUALITY'", 1)} as accident_1y, ${of("'ENVIRONMENT'", 1)} as environment_1y,
      ${of("'TAX'", 3, "severity <> 'MINOR'")} as tax_3y, ${of("'SAFETY'", 3)} as safety_3y, ${of("'CYBER', 'DATA'", 3)} as cyber_3y,
      ${of("'ENVIRONMENT'", 3)} as environment_3y, ${of("'QUALITY'", 3)} as quality_3y, ${of("'INDUSTRY', 'OTHER'", 3)} as industry_3y,
      ${of("'DATA_FRAUD'", 3, "true")} as fraud_3y
    from penalties where true${period.only} group by credit_code
  )`;
}

function listed({ day, y1, only }: IndicatorPeriod): string {
  const entered = `coalesce(entered_on <= ${day}, true)`;
  const now = `${entered} and coalesce(removed_on > ${day}, true)`;
  const lately = `${entered} and coalesce(removed_on >= '${y1}-01-01'::date, true)`;
  const of = (list: string, when: string) => any(`list = '${list}' and ${when}`);
  return `listed as (
    select credit_code, ${of("ABNORMAL_OPERATION", now)} as abnormal, ${of("ABNORMAL_OPERATION", lately)} as abnormal_lately,
      ${of("SERIOUS_VIOLATION", now)} as serious, ${of("SERIOUS_VIOLATION", lately)} as serious_lately
    from abnormal_entries where true${only} group by credit_code
  )`;
}

/** Ranks: the best one; 0 for no award; unknown when no award tells its rank, or whether it is of the span. */
function merits(period: IndicatorPeriod): string {
  const rank = (levels: string, years: number) => {
    const won = `kind = 'SCIENCE_PRIZE' and level in (${levels}) and ${within("awarded_on", years, period)}`;
    return `(case when ${perhaps(won)} then min(rank) filter (where ${won}) when not ${perhaps(won)} then 0 end)::numeric`;
  };
  const contest = (place: number) =>
    perhaps(
      `kind = 'COMPETITION' and level = 'NATIONAL' and position('创客中国' in name) > 0 and rank <= ${place} and ${within("awarded_on", 3, period)}`,
    );
  return `merits as (
    select credit_code, ${perhaps(`kind = 'SCIENCE_PRIZE' and level in ('NATIONAL', 'PROVINCIAL') and ${within("awarded_on", 3, period)}`)} as prize_3y,
      ${rank("'PROVINCIAL'", 3)} as provincial_3y, ${rank("'NATIONAL', 'PROVINCIAL'", 3)} as provincial_up_3y,
      ${rank("'NATIONAL'", 3)} as national_3y, ${rank("'NATIONAL'", 5)} as national_5y,
      ${contest(500)} as contest_500, ${contest(50)} as contest_50,
      ${any("kind = 'QUALITY_PRIZE' and level in ('NATIONAL', 'PROVINCIAL')")} as quality_prize
    from awards where coalesce(awarded_on <= ${period.day}, true)${period.only} group by credit_code
  )`;
}

/** Standards led: those that surely are; unknown where none surely is and one may be. */
function drafted(period: IndicatorPeriod): string {
  const official = "level in ('INTERNATIONAL', 'NATIONAL', 'INDUSTRY')";
  const led = `${official} and drafting_rank = 1`;
  return `drafted as (
    select credit_code, case when ${perhaps(led)} is not null then count(*) filter (where ${led})::numeric end as led,
      ${perhaps(`${official} and drafting_rank <= 5 and ${within("published_on", 5, period)}`)} as led_5y
    from standards where coalesce(published_on <= ${period.day}, true)${period.only} group by credit_code
  )`;
}

function institutes({ day, only }: IndicatorPeriod): string {
  return `institutes as (
    select credit_code, min(array_position(array['NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'DISTRICT'], level)) as best
    from rd_institutions where coalesce(recognised_on <= ${day}, true) and coalesce(valid_to >= ${day}, true)${only} group by credit_code
  )`;
}

function certified({ day, only }: IndicatorPeriod): string {
  return `certified as (
    select credit_code, bool_or(kind in ('QUALITY', 'QMS')) as quality,
      bool_or(kind in ('QUALITY', 'QMS', 'ENVIRONMENT', 'EMS', 'SAFETY', 'OHS', 'INFORMATION_SECURITY', 'ISMS')) as system
    from quality_certificates where coalesce(valid_from <= ${day}, true) and coalesce(valid_to >= ${day}, true)${only} group by credit_code
  )`;
}

/** Unknown as soon as a round of the span does not tell its amount, its share or whether the investor is qualified. */
function equity(period: IndicatorPeriod): string {
  const sum = (years: number) => {
    const span = within("financed_on", years, period);
    return `case when ${any(`financed_on is null or (${span} and coalesce(qualified_investor, true) and coalesce(ceded_share <= 0.3, true) and (amount is null or qualified_investor is null or ceded_share is null))`)} then null
      else coalesce(sum(amount) filter (where ${span} and qualified_investor and ceded_share <= 0.3), 0) / 10000 end`;
  };
  const last = (column: string) =>
    `(array_agg(${column} order by financed_on desc, financing_no))[1]`;
  return `equity as (
    select credit_code, ${sum(2)} as two_years, ${sum(3)} as three_years, sum(amount) / 10000 as total,
      ${last("post_valuation")} as valuation, ${last("ceded_share")} as share, coalesce(bool_or(amount > 0), false) as paid
    from equity_financings where coalesce(financed_on <= ${period.day}, true)${period.only} group by credit_code
  )`;
}

function held({ day, only }: IndicatorPeriod): string {
  return `held as (
    select credit_code, array_agg(distinct kind) as kinds, max(batch) as latest_batch from titles
    where ${heldOn(day)}${only}
    group by credit_code
  )`;
}

const never = (column: string) => `coalesce(${column}, false)`;
const none = (column: string) => `coalesce(${column}, 0)`;
const listedRank = (column: string) =>
  `case when merits.credit_code is null then 0 else merits.${column} end`;
const won = (column: string) =>
  `case when merits.credit_code is null then false else merits.${column} end`;

/** By register, then by column of the sheet. What a register that has delivered does not name is not there. */
export const registerIndicators: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  penalties: {
    major_accident_3y: never("penal.accident_3y"),
    major_accident_last_and_current_year: never("penal.accident_last"),
    major_accident_1y_before_application: never("penal.accident_1y"),
    research_dishonesty_last_and_current_year: never("penal.research_last"),
    serious_env_violation_1y_before_application: never("penal.environment_1y"),
    tax_evasion_or_violation_3y: never("penal.tax_3y"),
    safety_accident_larger_3y: never("penal.safety_3y"),
    major_cyber_data_incident_3y: never("penal.cyber_3y"),
    major_env_violation_3y: never("penal.environment_3y"),
    serious_quality_problem_3y: never("penal.quality_3y"),
    serious_industry_rule_violation_3y: never("penal.industry_3y"),
    data_fraud_3y: never("penal.fraud_3y"),
  },
  abnormal_entries: {
    in_abnormal_list: never("listed.abnormal"),
    "in_abnormal_list@last_and_current_year": never("listed.abnormal_lately"),
    in_serious_dishonesty_list: never("listed.serious"),
    "in_serious_dishonesty_list@last_and_current_year": never("listed.serious_lately"),
  },
  awards: {
    award_nat_or_prov_3y: won("prize_3y"),
    award_prov_rank_3y: listedRank("provincial_3y"),
    award_prov_or_above_rank_3y: listedRank("provincial_up_3y"),
    award_nat_rank_3y: listedRank("national_3y"),
    award_nat_rank_5y: listedRank("national_5y"),
    maker_china_top500_3y: won("contest_500"),
    maker_china_top50_3y: won("contest_50"),
    quality_award_prov: never("merits.quality_prize"),
  },
  standards: {
    led_standards: "case when drafted.credit_code is null then 0 else drafted.led end",
    led_standard_5y: "case when drafted.credit_code is null then false else drafted.led_5y end",
    standard_participation: "drafted.credit_code is not null",
  },
  rd_institutions: {
    // The register holds recognised institutions only: one that is not in it may exist all the same.
    has_rd_institution: "case when institutes.best is not null then true end",
    rd_institution_prov_or_above: "coalesce(institutes.best <= 2, false)",
    rd_institution_level:
      "coalesce((array['national', 'provincial', 'municipal', 'below_municipal'])[institutes.best], 'none')",
  },
  quality_certificates: {
    iso9001_cert: never("certified.quality"),
    mgmt_system_cert: never("certified.system"),
  },
  equity_financings: {
    equity_new_2y: "case when equity.credit_code is null then 0 else equity.two_years end",
    equity_new_3y: "case when equity.credit_code is null then 0 else equity.three_years end",
    equity_total: none("equity.total"),
    valuation_rmb_100m: "equity.valuation / 100000000",
    equity_share_at_valuation: "equity.share * 100",
    private_funding_received: "case when equity.paid then true end",
  },
};
