/**
 * The figures of the district's yearly report, a row per area and year. A stay counts where its enterprise stands today;
 * the cultivation stock (`details.library`) counts as a stay without a library of its own.
 */
import { firstReportedYear } from "../../domain/first-reported-year.ts";
import { libraryKinds } from "../../domain/vocabulary.ts";
import type { Pool } from "../pool.ts";

const statement = `/* store:yearly-reports */
  with years as materialized (
    select year, least(make_date(year, 12, 31), $1::date) as day from generate_series(${firstReportedYear}, extract(year from $1::date)::int) as year
  ), stays as materialized (
    select credit_code, town_code, zone_code, library_kind as kind, entered_on, exited_on from library_memberships where entered_on <= $1
    union all
    select credit_code, town_code, zone_code, null, (details -> 'library' ->> 'enteredOn')::date, null from enterprises
    where in_library and (details -> 'library' ->> 'enteredOn')::date <= $1
  ), told as (
    select year, town_code, zone_code, 'IN_LIBRARY' as figure, null as kind, count(distinct credit_code) as n
    from stays join years on entered_on <= day and coalesce(exited_on > day, true) group by 1, 2, 3
    union all
    select extract(year from first)::int, town_code, zone_code, 'NEWLY_ADDED', null, count(*)
    from (select credit_code, town_code, zone_code, min(entered_on) as first from stays group by 1, 2, 3) as firsts group by 1, 2, 3
    union all
    select year, town_code, zone_code, 'MEMBERS', kind, count(*)
    from stays join years on entered_on <= day and coalesce(exited_on > day, true) where kind is not null group by 1, 2, 3, 5
    union all
    select extract(year from entered_on)::int, town_code, zone_code, 'ENTERED', kind, count(*) from stays where kind is not null group by 1, 2, 3, 5
    union all
    select extract(year from exited_on)::int, town_code, zone_code, 'LEFT', kind, count(*) from stays
    where kind is not null and exited_on <= $1 group by 1, 2, 3, 5
    union all
    select year, town_code, zone_code, 'BASES', null, count(*) from bases
    join years on coalesce(recognised_on <= day, true) and coalesce(valid_to >= day, true) group by 1, 2, 3
  ), figures as materialized (
    select areas.code, told.year, told.figure, told.kind, sum(told.n)::int as n from areas join told
      on case areas.kind when 'TOWN' then told.town_code = areas.code when 'ZONE' then told.zone_code = areas.code else true end
    group by 1, 2, 3, 4
  ), libraries as (
    select areas.code, years.year, kinds.place, jsonb_build_object('kind', kinds.kind,
      'members', coalesce(max(n) filter (where figure = 'MEMBERS'), 0), 'entered', coalesce(max(n) filter (where figure = 'ENTERED'), 0),
      'left', coalesce(max(n) filter (where figure = 'LEFT'), 0)) as library
    from areas cross join years cross join unnest('{${libraryKinds.join(",")}}'::text[]) with ordinality as kinds(kind, place)
    left join figures f on f.code = areas.code and f.year = years.year and f.kind = kinds.kind
    group by areas.code, years.year, kinds.place, kinds.kind
  ), singles as (
    select code, year, max(n) filter (where figure = 'IN_LIBRARY') as in_library, max(n) filter (where figure = 'NEWLY_ADDED') as newly_added,
      max(n) filter (where figure = 'BASES') as bases
    from figures where kind is null group by 1, 2
  ), noted as materialized (
    select areas.code, c.year, round(sum(c.completion) / nullif(sum(c.portraits), 0), 4) as completion
    from areas join yearly_label_cells c
      on case areas.kind when 'TOWN' then c.town = areas.code when 'ZONE' then c.zone = areas.code else true end
    group by 1, 2
  )
  insert into yearly_reports as old (area_code, year, in_library, newly_added, libraries, bases, label_completion)
  select l.code, l.year, coalesce(max(s.in_library), 0), coalesce(max(s.newly_added), 0), jsonb_agg(l.library order by l.place),
    coalesce(max(s.bases), 0), case when l.year in (select year from yearly_label_cells) then coalesce(max(noted.completion), 0)
      when l.year = extract(year from $1::date) then max(done.value) end
  from libraries l left join singles s on s.code = l.code and s.year = l.year
  left join noted on noted.code = l.code and noted.year = l.year
  left join area_statistics done on done.area_code = l.code and done.measure = 'LABEL_COMPLETION' and done.member = 'ALL'
  group by l.code, l.year
  on conflict (area_code, year) do update set in_library = excluded.in_library, newly_added = excluded.newly_added,
    libraries = excluded.libraries, bases = excluded.bases, computed_at = now(),
    label_completion = coalesce(excluded.label_completion, old.label_completion)`;

/** After the statistics and what was noted of label completion, from which years that are over are told. @returns rows written. */
export async function refreshYearlyReports(
  pool: Pick<Pool, "query">,
  asOf: string,
): Promise<number> {
  const { rowCount } = await pool.query(statement, [asOf]);
  return rowCount ?? 0;
}
