/**
 * Gathers from all facts the figures that scores and labels look at: one row per enterprise in the temporary table
 * `portrait_measures`. Unknown stays null; what a register answers with "no entry" (rights, titles, penalties) is 0.
 */
import type { PoolClient } from "../pool.ts";
import { heldNow, heldOn } from "./held-title.ts";
import { quote } from "./portrait-expressions.ts";
import type { ScoreRules } from "./portrait-rules.ts";

export interface MeasureRequest {
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Null for all enterprises. */
  readonly codes: readonly string[] | null;
  /**
   * True to gather what was known on a past day: years that had ended, rights granted, titles held, entries standing then.
   * Default false: as the store stands.
   */
  readonly past?: boolean;
}

/** Fills the table for all enterprises, or for the given codes. @returns how many. The caller's transaction ends it. */
export async function gatherMeasures(
  client: PoolClient,
  rules: ScoreRules,
  { asOf, codes, past = false }: MeasureRequest,
): Promise<number> {
  await client.query("drop table if exists portrait_measures");
  const scope = codes === null ? "" : `where credit_code = any(${quote(arrayText(codes))}::text[])`;
  const { rowCount } = await client.query(
    `create temporary table portrait_measures on commit drop as ${measures(rules, asOf, scope, past)}`,
  );
  await client.query("analyze portrait_measures");
  return rowCount ?? 0;
}

/** CREATE TABLE AS takes no parameters; credit codes hold no character that an array text would have to escape. */
function arrayText(codes: readonly string[]): string {
  return `{${codes.map((code) => `"${code.replace(/["\\]/g, "")}"`).join(",")}}`;
}

const weightOf = (column: string, weights: Readonly<Record<string, number>>): string =>
  `case ${column} ${Object.entries(weights)
    .map(([kind, weight]) => `when ${quote(kind)} then ${weight}`)
    .join(" ")} else 0 end`;

function measures(rules: ScoreRules, asOf: string, scope: string, past: boolean): string {
  const day = `${quote(asOf)}::date`;
  const at: Moment = past ? thenOf(day) : nowOf(day);
  return `with base as materialized (select * from enterprises ${scope}),
    ${financials(scope, at)}, ${people(scope, at)}, ${property(rules, scope, at)}, ${standing(rules, scope, at)},
    ${others(scope, at)}
  select base.credit_code, base.town_code, base.zone_code, base.kind, left(base.industry_code, 1) as section,
    base.size_class, ${columns(rules, day)}
  from base ${[
    "money",
    "people",
    "property",
    "held",
    "stays",
    "penal",
    "listed",
    "equity",
    "drafted",
    "placed",
    "taxed",
  ]
    .map((part) => `left join ${part} on ${part}.credit_code = base.credit_code`)
    .join(" ")}`;
}

function columns(rules: ScoreRules, day: string): string {
  const { debtAbove85, taxGradeD } = rules.riskDeductions;
  return `money.*, people.insured::numeric as insured, people.rd_staff_share,
    coalesce(property.ip_count, 0)::numeric as ip_count, coalesce(property.ip_weighted, 0) as ip_weighted,
    coalesce(property.class_one, 0)::numeric as class_one, coalesce(property.class_one_own, 0)::numeric as class_one_own,
    coalesce(held.title_kinds, '{}') as title_kinds, coalesce(held.title_count, 0)::numeric as title_count,
    coalesce(held.title_points, 0) as title_points, coalesce(held.titles_lapsing, 0)::numeric as titles_lapsing,
    coalesce('HIGH_TECH' = any(held.title_kinds), false) as high_tech,
    coalesce('SPECIALIZED' = any(held.title_kinds), false) as specialized,
    coalesce(stays.library_kinds, '{}') as library_kinds,
    stays.credit_code is not null or (base.details -> 'library') is not null as in_library,
    coalesce(penal.penalties, 0)::numeric as penalties,
    coalesce(listed.abnormal_now, false) as abnormal_now, coalesce(listed.serious_now, false) as serious_now,
    greatest(0, 100 - coalesce(penal.deducted, 0) - coalesce(listed.deducted, 0)
      - case when money.debt_ratio > 85 then ${debtAbove85} else 0 end
      - case when taxed.credit_grade = 'D' then ${taxGradeD} else 0 end)::numeric as standing,
    coalesce(equity.equity_wan, 0) as equity_wan, coalesce(drafted.standards, 0)::numeric as standards_drafted,
    placed.chain_name, placed.node_name,
    case when placed.credit_code is not null then true end as in_chain,
    case when placed.credit_code is not null then placed.role = 'CORE' end as chain_core,
    case when jsonb_typeof(base.details #> '{form,strategic_emerging}') = 'boolean' then (base.details #>> '{form,strategic_emerging}')::boolean end as strategic,
    extract(year from age(${day}, base.established_on))::numeric as age_years,
    base.capital_amount is not null as has_capital, base.contact_phone is not null as has_contact,
    base.legal_representative is not null as has_representative, taxed.credit_code is not null as has_tax`.replace(
    "money.*",
    moneyColumns.map((column) => `money.${column}`).join(", "),
  );
}

const moneyColumns = [
  "latest_year",
  "latest_revenue",
  "revenue_wan",
  "rd_expense_wan",
  "rd_ratio",
  "net_margin",
  "debt_ratio",
  "export_share",
  "growth",
  "growth_last",
  "growth_prior",
  "profit_last_wan",
  "profit_prior_wan",
];

/** Which rows count, as conditions: of the store as it stands, or of what was known on a past day. */
interface Moment {
  readonly day: string;
  readonly years: string;
  readonly rights: string;
  readonly titles: string;
  readonly stays: string;
  readonly penalties: string;
  readonly listed: string;
  readonly financings: string;
  readonly standards: string;
}

const nowOf = (day: string): Moment => ({
  day,
  years: "true",
  rights: `status = 'GRANTED' and coalesce(expires_on >= ${day}, true)`,
  titles: heldNow(day),
  stays: "exited_on is null",
  penalties: "true",
  listed: "removed_on is null",
  financings: "true",
  standards: "true",
});

/** A row without its date is taken to have been there: to leave it out would say that it was not. */
const thenOf = (day: string): Moment => ({
  day,
  years: `year < extract(year from ${day})`,
  rights: `status <> 'APPLIED' and coalesce(granted_on <= ${day}, status = 'GRANTED') and coalesce(expires_on >= ${day}, status = 'GRANTED')`,
  titles: heldOn(day),
  stays: `entered_on <= ${day} and coalesce(exited_on > ${day}, true)`,
  penalties: `coalesce(decided_on <= ${day}, true)`,
  listed: `coalesce(entered_on <= ${day}, true) and coalesce(removed_on > ${day}, true)`,
  financings: `coalesce(financed_on <= ${day}, true)`,
  standards: `coalesce(published_on <= ${day}, true)`,
});

/** `where` of a scope and a condition beside it. */
const where = (scope: string, condition: string) =>
  scope === "" ? `where ${condition}` : `${scope} and ${condition}`;

/** Growth only between years that follow each other, from a base above zero. */
function financials(scope: string, at: Moment): string {
  const of = (column: string, back: number) => `max(${column}) filter (where back = ${back})`;
  return `years as (
    select *, row_number() over (partition by credit_code order by year desc) as back from annual_financials ${where(scope, at.years)}
  ), pivoted as (
    select credit_code, ${of("year", 1)} as year, ${of("revenue", 1)} as r1, ${of("revenue", 2)} as r2, ${of("revenue", 3)} as r3,
      ${of("year", 1)} - ${of("year", 2)} as gap1, ${of("year", 2)} - ${of("year", 3)} as gap2,
      ${of("rd_expense", 1)} as rd, ${of("net_profit", 1)} as p1, ${of("net_profit", 2)} as p2,
      ${of("total_assets", 1)} as assets, ${of("total_liabilities", 1)} as liabilities, ${of("export_revenue", 1)} as exported
    from years where back <= 3 group by credit_code
  ), grown as (
    select *, case when r2 > 0 and gap1 = 1 then (r1 - r2) * 100 / r2 end as growth_last,
      case when r3 > 0 and gap2 = 1 then (r2 - r3) * 100 / r3 end as growth_prior from pivoted
  ), money as (
    select credit_code, year::numeric as latest_year, r1 as latest_revenue, r1 / 10000 as revenue_wan, rd / 10000 as rd_expense_wan,
      case when r1 > 0 then rd * 100 / r1 end as rd_ratio, case when r1 > 0 then p1 * 100 / r1 end as net_margin,
      case when assets > 0 then liabilities * 100 / assets end as debt_ratio,
      case when r1 > 0 then exported * 100 / r1 end as export_share,
      case when growth_prior is null then growth_last else (growth_last + growth_prior) / 2 end as growth,
      growth_last, growth_prior, p1 / 10000 as profit_last_wan, p2 / 10000 as profit_prior_wan
    from grown
  )`;
}

function people(scope: string, at: Moment): string {
  return `people as (
    select distinct on (credit_code) credit_code, insured,
      case when employees > 0 then rd_staff::numeric * 100 / employees end as rd_staff_share
    from employments ${where(scope, at.years)} order by credit_code, year desc
  )`;
}

function property(rules: ScoreRules, scope: string, at: Moment): string {
  const { day } = at;
  return `property as (
    select credit_code, count(*) as ip_count, sum(${weightOf("kind", rules.ipWeights)})::numeric as ip_weighted,
      count(*) filter (where kind in ('INVENTION_PATENT', 'IC_LAYOUT', 'PLANT_VARIETY')) as class_one,
      count(*) filter (where kind in ('INVENTION_PATENT', 'IC_LAYOUT', 'PLANT_VARIETY')
        and acquisition = 'SELF_DEVELOPED') as class_one_own
    from ip_rights ${where(scope, at.rights)}
    group by credit_code
  ), kinds as (
    select credit_code, kind, count(*) as titles,
      count(*) filter (where valid_to between ${day} and ${day} + 90 and kind <> 'TECH_SME') as lapsing
    from titles ${where(scope, at.titles)} group by credit_code, kind
  ), held as (
    select credit_code, array_agg(kind order by kind) as title_kinds, sum(titles) as title_count,
      sum(${weightOf("kind", rules.titlePoints)})::numeric as title_points, sum(lapsing) as titles_lapsing
    from kinds group by credit_code
  ), stays as (
    select credit_code, array_agg(distinct library_kind order by library_kind) as library_kinds
    from library_memberships ${where(scope, at.stays)} group by credit_code
  )`;
}

function standing({ riskDeductions }: ScoreRules, scope: string, at: Moment): string {
  const { SERIOUS, ORDINARY, MINOR, seriousViolation, abnormalEntry } = riskDeductions;
  return `penal as (
    select credit_code, count(*) as penalties, sum(${weightOf("severity", { SERIOUS, ORDINARY, MINOR })}) as deducted
    from penalties ${where(scope, `decided_on > ${at.day} - interval '3 years' and ${at.penalties}`)} group by credit_code
  ), listed as (
    select credit_code, bool_or(list = 'ABNORMAL_OPERATION') as abnormal_now, bool_or(list = 'SERIOUS_VIOLATION') as serious_now,
      max(case list when 'SERIOUS_VIOLATION' then ${seriousViolation} else ${abnormalEntry} end) as deducted
    from abnormal_entries ${where(scope, at.listed)} group by credit_code
  )`;
}

function others(scope: string, at: Moment): string {
  return `equity as (
    select credit_code, sum(amount) / 10000 as equity_wan from equity_financings
    ${where(scope, `financed_on > ${at.day} - interval '3 years' and ${at.financings}`)} group by credit_code
  ), drafted as (
    select credit_code, count(*) as standards from standards ${where(scope, at.standards)} group by credit_code
  ), placed as (
    select distinct on (chain_placements.credit_code) chain_placements.credit_code, role, chains.name_zh as chain_name,
      chain_nodes.name_zh as node_name
    from (select * from chain_placements ${scope}) chain_placements
    join chains on chains.id = chain_placements.chain_id
    left join chain_nodes on chain_nodes.chain_id = chain_placements.chain_id and chain_nodes.id = chain_placements.node_id
    order by chain_placements.credit_code, confidence desc, chain_placements.chain_id
  ), taxed as (
    select distinct on (credit_code) credit_code, credit_grade from tax_payments
    ${where(scope, `quarter = 0 and ${at.years}`)} order by credit_code, year desc
  )`;
}
