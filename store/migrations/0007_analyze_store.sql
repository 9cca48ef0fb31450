-- After a large load the planner knows nothing of the new rows until autovacuum comes by, up to a minute later: joins over
-- them were seen to take minutes instead of seconds. The worker owns no table and may not ANALYZE; MAINTAIN exists from
-- PostgreSQL 17 on only. So the owner lends it this one act, on the store's own tables.
create function analyze_store() returns void language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  target regclass;
begin
  for target in
    select c.oid::regclass from pg_class c
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and pg_has_role(c.relowner, 'usage') order by c.relname
  loop
    execute format('analyze %s', target);
  end loop;
end $$;
--> statement-breakpoint
revoke all on function analyze_store() from public;
--> statement-breakpoint
grant execute on function analyze_store() to goldseed_worker;
