ALTER TABLE "sync_runs" ADD COLUMN "deferred" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_runs" ADD CONSTRAINT "sync_runs_balance_check" CHECK ("sync_runs"."state" = 'RUNNING' or "sync_runs"."read" = "sync_runs"."applied" + "sync_runs"."unchanged" + "sync_runs"."rejected" + "sync_runs"."quarantined" + "sync_runs"."deferred");--> statement-breakpoint
-- Capture of what the city is to know: only the key, in the transaction of the change; the content is read when it is
-- sealed. The id is drawn while the row is locked, so ids are in order per row whatever the order of commits.
create function capture_recommendation() returns trigger language plpgsql as $$
declare
  row_of recommendations := case when tg_op = 'DELETE' then old else new end;
begin
  -- What came from the city does not go back to it.
  if nullif(current_setting('goldseed.sync_origin', true), '') = 'CITY' then
    return null;
  end if;
  if tg_op = 'UPDATE' and (old.town_code, old.state, old.reason, old.recommended_on)
      is not distinct from (new.town_code, new.state, new.reason, new.recommended_on) then
    return null;
  end if;
  insert into sync_outbox (stream, entity_key, operation, origin)
  values ('recommendations', concat_ws('|', row_of.credit_code, row_of.kind, row_of.batch), tg_op, 'LOCAL');
  return null;
end $$;
--> statement-breakpoint
revoke all on function capture_recommendation() from public;
--> statement-breakpoint
create trigger recommendations_capture after insert or update or delete on recommendations
  for each row execute function capture_recommendation();
--> statement-breakpoint
-- Row triggers do not see TRUNCATE: it would empty the table without a word to the city.
create function refuse_truncate() returns trigger language plpgsql as $$
begin
  raise exception 'TRUNCATE of "%" is refused: delete its rows, so that the city platform learns of it', tg_table_name
    using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
revoke all on function refuse_truncate() from public;
--> statement-breakpoint
create trigger recommendations_keep before truncate on recommendations
  for each statement execute function refuse_truncate();
