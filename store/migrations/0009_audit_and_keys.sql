CREATE TABLE "audit_tombstones" (
	"from_sequence" bigint PRIMARY KEY NOT NULL,
	"to_sequence" bigint NOT NULL,
	"previous_digest" text NOT NULL,
	"digest" text NOT NULL,
	"pruned_at" timestamp with time zone NOT NULL,
	"signature" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "purpose" text;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "category" text NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "credit_codes" text[];--> statement-breakpoint
CREATE INDEX "audit_entries_action_idx" ON "audit_entries" USING btree ("action","sequence");--> statement-breakpoint
CREATE INDEX "audit_entries_credit_codes_idx" ON "audit_entries" USING gin ("credit_codes");--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_category_check" CHECK ("audit_entries"."category" in ('ACCESS', 'WRITE', 'SHARING', 'REFUSAL', 'SYSTEM'));--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_outcome_check" CHECK ("audit_entries"."outcome" in ('INTENT', 'DONE', 'FAILED', 'REFUSED'));--> statement-breakpoint
-- Auditors of the city read the audit as those of the district do; which roles and fields is the access policy's to say.
grant select on audit_entries to goldseed_city;
--> statement-breakpoint
-- Entries whose time is over are taken out by the owner of the tables alone.
revoke insert, update, delete, truncate on audit_tombstones from goldseed_worker;
--> statement-breakpoint
-- The one thing that the gateway's login writes by itself.
grant update (last_used_at) on api_keys to goldseed_gateway;
