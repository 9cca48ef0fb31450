-- A run's rows came a second ago, and the planner knows nothing of them: with what was last known of a few rows it looked
-- each line up by the run alone, a hundred thousand rows for each of five thousand lines. As in 0007, the owner lends
-- the worker this one act.
create function analyze_staged() returns void language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  analyze public.staged_records (import_run_id, line, record_key, outcome);
end $$;
--> statement-breakpoint
revoke all on function analyze_staged() from public;
--> statement-breakpoint
grant execute on function analyze_staged() to goldseed_worker;
