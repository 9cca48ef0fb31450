-- Reads of single rows by their keys, such as a portrait, by callers of one town or zone (docs/decisions/0295): roles of
-- their own, whose policies compare with one area and have no sub-select. For a statement over a few rows of many tables
-- that is far less work, for one over many rows more, which is why lists stay with the roles of their tiers.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['goldseed_keyed_town', 'goldseed_keyed_zone'] loop
    -- Roles belong to the cluster: another database's migration may be making them at this moment.
    begin
      execute format('create role %I nologin noinherit', wanted);
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;
end $$;
--> statement-breakpoint
grant goldseed_keyed_town, goldseed_keyed_zone to goldseed_gateway;
--> statement-breakpoint
grant usage on schema public to goldseed_keyed_town, goldseed_keyed_zone;
--> statement-breakpoint
-- A function and not its operator: for an operator the planner would set out to prove that policy and statement name one
-- area, in a node of its own for each table, or go by the area's index instead of the key's. The setting is '' and not
-- null after a transaction-local one has ended; null finds nothing, whatever stands in a row.
create function protect_keyed_reads(target regclass) returns void language plpgsql as $$
begin
  execute format($p$create policy keyed_town_rows on %s for select to goldseed_keyed_town
    using (texteq(town_code, nullif(current_setting('goldseed.area', true), '')))$p$, target);
  execute format($p$create policy keyed_zone_rows on %s for select to goldseed_keyed_zone
    using (texteq(zone_code, nullif(current_setting('goldseed.area', true), '')))$p$, target);
  execute format('grant select on %s to goldseed_keyed_town, goldseed_keyed_zone', target);
end $$;
--> statement-breakpoint
revoke all on function protect_keyed_reads(regclass) from public;
--> statement-breakpoint
create or replace function protect_scoped_table(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  -- The setting is '' and not null after a transaction-local set; the sub-select makes it an init plan, evaluated once.
  execute format($p$create policy town_rows on %s for select to goldseed_town
    using (town_code = any ((select nullif(current_setting('goldseed.areas', true), '')::text[])::text[]))$p$, target);
  execute format($p$create policy zone_rows on %s for select to goldseed_zone
    using (zone_code = any ((select nullif(current_setting('goldseed.areas', true), '')::text[])::text[]))$p$, target);
  execute format('create policy district_rows on %s for select to goldseed_district using (true)', target);
  execute format('create policy city_rows on %s for select to goldseed_city using (true)', target);
  execute format('create policy worker_rows on %s for all to goldseed_worker using (true) with check (true)', target);
  execute format('grant select on %s to goldseed_city, goldseed_district, goldseed_zone, goldseed_town', target);
  perform protect_granted_sight(target);
  perform protect_keyed_reads(target);
end $$;
--> statement-breakpoint
do $$
declare
  target regclass;
begin
  for target in
    select p.polrelid::regclass from pg_policy p where p.polname = 'zone_rows' order by p.polrelid::regclass::text
  loop
    perform protect_keyed_reads(target);
  end loop;
  -- And what has no rows of an area: the lists of reference.
  for target in
    select c.oid::regclass from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and has_table_privilege('goldseed_town', c.oid, 'select')
    order by c.relname
  loop
    execute format('grant select on %s to goldseed_keyed_town, goldseed_keyed_zone', target);
  end loop;
end $$;
--> statement-breakpoint
create policy keyed_rows on area_statistics for select to goldseed_keyed_town, goldseed_keyed_zone
  using (area_code = nullif(current_setting('goldseed.area', true), '') or length(area_code) = 6);
--> statement-breakpoint
create policy keyed_rows on yearly_reports for select to goldseed_keyed_town, goldseed_keyed_zone
  using (area_code = nullif(current_setting('goldseed.area', true), ''));
