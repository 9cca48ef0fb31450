-- Tells gateways that figures have been written anew, with the commit that wrote them: answers kept until then are dropped.
-- A trigger and not the writer, for no writer may forget it. One statement, one notice; equal ones of a transaction are one.
create function tell_figures() returns trigger language plpgsql as $$
begin
  perform pg_notify('goldseed_figures', '');
  return null;
end $$;
--> statement-breakpoint
create trigger figures_told after insert or update or delete or truncate on area_statistics for each statement execute function tell_figures();
--> statement-breakpoint
create trigger figures_told after insert or update or delete or truncate on yearly_reports for each statement execute function tell_figures();
--> statement-breakpoint
create trigger figures_told after insert or update or delete or truncate on areas for each statement execute function tell_figures();
