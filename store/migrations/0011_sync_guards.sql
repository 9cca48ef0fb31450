ALTER TABLE "sync_conflicts" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "sync_peers" ADD COLUMN "ledger_head" text;--> statement-breakpoint
ALTER TABLE "sync_peers" ADD COLUMN "ledger_length" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "sync_conflicts_entity_idx" ON "sync_conflicts" USING btree ("stream","entity_key","opened_at");--> statement-breakpoint
CREATE INDEX "sync_conflicts_opened_idx" ON "sync_conflicts" USING btree ("opened_at" DESC NULLS LAST,"id");--> statement-breakpoint
update sync_peers p set
  ledger_head = (select digest from sync_runs r where r.peer_id = p.id and r.digest is not null and not exists (
    select from sync_runs n where n.peer_id = r.peer_id and n.previous_digest = r.digest) limit 1),
  ledger_length = (select count(*) from sync_runs r where r.peer_id = p.id and r.digest is not null);
--> statement-breakpoint
-- A closed run is history: it is neither changed nor removed, by whomever. What is missing shows by the chain's head.
create function keep_closed_run() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state = 'RUNNING' then
    return new;
  end if;
  if tg_op = 'DELETE' and old.state = 'RUNNING' then
    return old;
  end if;
  raise exception '% of the closed run "%" is refused: the ledger of exchanges is append-only', tg_op, old.id
    using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
revoke all on function keep_closed_run() from public;
--> statement-breakpoint
create trigger sync_runs_keep before update or delete on sync_runs for each row execute function keep_closed_run();
--> statement-breakpoint
create trigger sync_runs_keep_all before truncate on sync_runs for each statement execute function refuse_truncate();
--> statement-breakpoint
revoke delete, truncate on sync_runs from goldseed_worker;
--> statement-breakpoint
-- One key, one body: a retry sends the bytes that were sealed.
create function keep_sealed_body() returns trigger language plpgsql as $$
begin
  if (old.body, old.body_digest, old.idempotency_key, old.previous_digest)
      is distinct from (new.body, new.body_digest, new.idempotency_key, new.previous_digest) then
    raise exception 'The sealed batch "%" keeps its bytes: other content takes a batch of its own', old.idempotency_key
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
revoke all on function keep_sealed_body() from public;
--> statement-breakpoint
create trigger sync_batches_keep before update on sync_batches for each row execute function keep_sealed_body();
--> statement-breakpoint
-- The city's titles change by the city's word alone (data/sync/field-ownership.yaml). Town and zone are not the city's:
-- they follow the enterprise. Whoever owns the table is beyond this; what it edits is found and undone by the next pull.
create function refuse_local_title() returns trigger language plpgsql as $$
begin
  if nullif(current_setting('goldseed.sync_origin', true), '') is not distinct from 'CITY'
      or pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'member') then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and (old.credit_code, old.kind, old.batch, old.level, old.valid_from, old.valid_to, old.status,
        old.certificate_no, old.origin)
      is not distinct from (new.credit_code, new.kind, new.batch, new.level, new.valid_from, new.valid_to, new.status,
        new.certificate_no, new.origin) then
    return new;
  end if;
  if (tg_op <> 'INSERT' and old.origin = 'CITY') or (tg_op <> 'DELETE' and new.origin = 'CITY') then
    raise exception '% of a title of the city is refused: the city owns it, and only the exchange writes it', tg_op
      using errcode = 'insufficient_privilege';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
revoke all on function refuse_local_title() from public;
--> statement-breakpoint
create trigger titles_owned before insert or update or delete on titles
  for each row execute function refuse_local_title();
