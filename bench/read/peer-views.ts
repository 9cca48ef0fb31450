/** What a server over tables needs besides them: counts as a view, search as a function, in a schema of their own. */
import pg from "pg";

const reset = "drop schema if exists bench_read cascade";

const statements = [
  reset,
  "create schema bench_read",
  `create view bench_read.title_counts with (security_invoker = true) as
     select t.town_code as area_code, a.name as area_name, 'TOWN' as area_kind, t.kind, count(*)::int as count
       from public.titles t join public.areas a on a.code = t.town_code where t.status = 'VALID' group by 1, 2, 4
     union all
     select t.zone_code, a.name, 'ZONE', t.kind, count(*)::int
       from public.titles t join public.areas a on a.code = t.zone_code where t.status = 'VALID' group by 1, 2, 4`,
  `create view bench_read.title_figures with (security_invoker = true) as
     select s.area_code, a.name as area_name, a.kind as area_kind, s.member as kind, s.value::int as count
       from public.area_statistics s join public.areas a on a.code = s.area_code where s.measure = 'TITLES'`,
  `create function bench_read.search_by_like(wanted text) returns setof public.enterprises language sql stable as
     $$select * from public.enterprises where name like '%' || wanted || '%' order by score_order desc, credit_code desc limit 20$$`,
  `create function bench_read.search_by_grams(wanted text) returns setof public.enterprises language sql stable as
     $$select * from public.enterprises where name_grams operator(public.@>>) public.name_grams(wanted) and name like '%' || wanted || '%' order by score_order desc, credit_code desc limit 20$$`,
  "grant usage on schema bench_read to goldseed_city, goldseed_district, goldseed_zone, goldseed_town, goldseed_gateway",
  "grant select on all tables in schema bench_read to goldseed_city, goldseed_district, goldseed_zone, goldseed_town",
  "grant execute on all functions in schema bench_read to goldseed_city, goldseed_district, goldseed_zone, goldseed_town",
];

export async function createPeerViews(ownerUrl: string): Promise<void> {
  await run(ownerUrl, statements);
}

export async function dropPeerViews(ownerUrl: string): Promise<void> {
  await run(ownerUrl, [reset]);
}

async function run(ownerUrl: string, texts: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const text of texts) await client.query(text);
  } finally {
    await client.end();
  }
}
