/**
 * The statistics grid from its sources: one figure per area, measure and member. Every area has every figure, zero where
 * there is nothing, so that a missing row means "not counted yet" and nothing else.
 *
 * Measures: ENTERPRISES, IN_LIBRARY, BASES, REVENUE (yuan, latest year of each), LABEL_COMPLETION (mean, 0 to 1),
 * SCORED, PORTRAITS, each for member ALL; LIBRARY by library kind; TITLES by title kind. District and city hold all rows of the
 * store, those without a town included; towns add up to the district when every enterprise has a town.
 */
import { libraryKinds, titleKinds } from "../../domain/vocabulary.ts";
import type { Pool } from "../pool.ts";
import { heldNow } from "./held-title.ts";
import { noteLabelCompletion } from "./yearly-label-cells.ts";
import { refreshYearlyReports } from "./yearly-reports.ts";
import { dayInChina } from "../../lib/day-in-china.ts";

/** Member of the row that holds all figures of a measure by kind, as a dashboard reads them: one row instead of eight. */
const listMember = "*";

const listOf = (words: readonly string[]) => words.map((word) => `('${word}')`).join(", ");

/** Each source says: town, zone, measure, member, amount; and for means, how many stand behind the amount. */
const sources = `
  select town_code, zone_code, 'ENTERPRISES' as measure, 'ALL' as member, 1::numeric as amount, null::numeric as base from enterprises
  union all
  select town_code, zone_code, 'IN_LIBRARY', 'ALL', 1, null from enterprises where in_library
  union all
  select town_code, zone_code, 'BASES', 'ALL', 1, null from bases
  union all
  select town_code, zone_code, 'LIBRARY', library_kind, 1, null from library_memberships where exited_on is null
  union all
  select town_code, zone_code, 'TITLES', kind, 1, null from titles where ${heldNow("$1::date")}
  union all
  select town_code, zone_code, 'REVENUE', 'ALL', latest_revenue, null from portraits where latest_revenue is not null
  union all
  select town_code, zone_code, 'SCORED', 'ALL', 1, null from portraits where score is not null
  union all
  select town_code, zone_code, 'PORTRAITS', 'ALL', 1, null from portraits
  union all
  select town_code, zone_code, 'LABEL_COMPLETION', 'ALL', label_completion, 1 from portraits`;

const statement = `
  with figures as materialized (
    select town_code, zone_code, measure, member, sum(amount) as amount, sum(base) as base from (${sources}) told
    group by town_code, zone_code, measure, member
  ), wanted as (
    select 'LIBRARY' as measure, kind as member from (values ${listOf(libraryKinds)}) as kinds(kind)
    union all select 'TITLES', kind from (values ${listOf(titleKinds)}) as kinds(kind)
    union all select measure, 'ALL' from (values ${listOf(["ENTERPRISES", "IN_LIBRARY", "BASES", "REVENUE", "SCORED", "PORTRAITS", "LABEL_COMPLETION"])}) as singles(measure)
  ), told as (
    select areas.code as area_code, wanted.measure, wanted.member, sum(figures.amount) as amount, sum(figures.base) as base
    from areas cross join wanted
    left join figures on figures.measure = wanted.measure and figures.member = wanted.member
      and case areas.kind when 'TOWN' then figures.town_code = areas.code when 'ZONE' then figures.zone_code = areas.code else true end
    group by 1, 2, 3
  )
  insert into area_statistics as old (area_code, measure, member, value, figures, as_of)
  select area_code, measure, member,
    case when measure = 'LABEL_COMPLETION' then coalesce(round(amount / nullif(base, 0), 4), 0) else coalesce(amount, 0) end, null::json, $1::date
  from told
  union all
  select area_code, measure, '${listMember}', 0, array_to_json(array_agg(
    ('{"kind":"' || member || '","count":' || coalesce(amount, 0)::bigint || '}')::json order by array_position(array[${[...libraryKinds, ...titleKinds].map((word) => `'${word}'`).join(", ")}], member))), $1::date
  from told where measure in ('LIBRARY', 'TITLES') group by area_code, measure
  on conflict (area_code, measure, member) do update
    set value = excluded.value, figures = excluded.figures, as_of = excluded.as_of, computed_at = now()`;

/**
 * Counts everything anew in one statement: a reader sees all old figures or all new ones.
 * @param asOf the day the figures are of; today when left out. @returns how many figures there are.
 */
export async function refreshAreaStatistics(
  pool: Pick<Pool, "query">,
  asOf: string = dayInChina(Date.now()),
): Promise<number> {
  const { rowCount } = await pool.query(statement, [asOf]);
  await noteLabelCompletion(pool, asOf);
  await refreshYearlyReports(pool, asOf);
  return rowCount ?? 0;
}
