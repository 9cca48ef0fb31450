CREATE TABLE "sync_list_receipts" (
	"peer_id" text NOT NULL,
	"run_id" uuid NOT NULL,
	"list_digest" text NOT NULL,
	"list" text NOT NULL,
	"generation" integer NOT NULL,
	"receipt_no" integer NOT NULL,
	"body" "bytea",
	"content_digest" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"laid_at" timestamp with time zone,
	CONSTRAINT "sync_list_receipts_pk" PRIMARY KEY("run_id","list_digest")
);
--> statement-breakpoint
CREATE INDEX "sync_list_receipts_list_idx" ON "sync_list_receipts" USING btree ("peer_id","list_digest","receipt_no");--> statement-breakpoint
CREATE INDEX "sync_list_receipts_owed_idx" ON "sync_list_receipts" USING btree ("peer_id","made_at") WHERE body is not null and laid_at is null;
--> statement-breakpoint
-- One receipt, one body: laid down again it is the same bytes, and what was told stays told.
create function keep_list_receipt() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.run_id, old.list_digest, old.generation, old.receipt_no, old.body)
      is distinct from (new.run_id, new.list_digest, new.generation, new.receipt_no, new.body) then
    raise exception 'The receipt % for the list "%" keeps its bytes', old.receipt_no, old.list
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
revoke all on function keep_list_receipt() from public;
--> statement-breakpoint
create trigger sync_list_receipts_keep before update or delete on sync_list_receipts
  for each row execute function keep_list_receipt();
--> statement-breakpoint
create trigger sync_list_receipts_keep_all before truncate on sync_list_receipts
  for each statement execute function refuse_truncate();
--> statement-breakpoint
revoke delete, truncate on sync_list_receipts from goldseed_worker;
