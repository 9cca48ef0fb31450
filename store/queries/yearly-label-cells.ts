/** Notes what the label completion of the running year is made of, so that it can be counted again when the year is over. */
import type { Pool } from "../pool.ts";

/** A year that another one has followed is closed: looking back at one of its days writes nothing. */
const statement = `/* store:yearly-label-cells */
  with running as (
    select extract(year from $1::date)::int as year
    where not exists(select from yearly_label_cells where year > extract(year from $1::date))
  ), told as materialized (
    select year, town_code as town, zone_code as zone, count(*)::int as portraits, sum(label_completion) as completion
    from running cross join portraits group by 1, 2, 3
  ), emptied as (
    delete from yearly_label_cells c using running r where c.year = r.year
      and not exists(select from told t where t.town is not distinct from c.town and t.zone is not distinct from c.zone)
  )
  insert into yearly_label_cells (year, town, zone, portraits, completion) select year, town, zone, portraits, completion from told
  on conflict (year, coalesce(town, ''), coalesce(zone, '')) do update set portraits = excluded.portraits, completion = excluded.completion`;

/** @param asOf the day the portraits are of, `YYYY-MM-DD`. */
export async function noteLabelCompletion(pool: Pick<Pool, "query">, asOf: string): Promise<void> {
  await pool.query(statement, [asOf]);
}
