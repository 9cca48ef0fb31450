-- Sight of another area by a grant: a role of its own for callers who have one, so that no other caller's statement pays
-- for the wider policy. It inherits what a town may read; its areas are the caller's own and the granted ones.
do $$
begin
  -- Roles belong to the cluster: another database's migration may be making it at this moment.
  begin
    create role goldseed_granted nologin inherit;
  exception when duplicate_object or unique_violation then null;
  end;
end $$;
--> statement-breakpoint
grant goldseed_town to goldseed_granted;
--> statement-breakpoint
grant goldseed_granted to goldseed_gateway;
--> statement-breakpoint
grant usage on schema public to goldseed_granted;
--> statement-breakpoint
-- Codes of towns and zones are never equal, so that one list does for both columns; `town_rows` comes by inheritance.
create function protect_granted_sight(target regclass) returns void language plpgsql as $$
begin
  execute format($p$create policy granted_rows on %s for select to goldseed_granted
    using (zone_code = any ((select nullif(current_setting('goldseed.areas', true), '')::text[])::text[]))$p$, target);
end $$;
--> statement-breakpoint
revoke all on function protect_granted_sight(regclass) from public;
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
end $$;
--> statement-breakpoint
do $$
declare
  target regclass;
begin
  for target in
    select p.polrelid::regclass from pg_policy p where p.polname = 'zone_rows' order by p.polrelid::regclass::text
  loop
    perform protect_granted_sight(target);
  end loop;
end $$;
