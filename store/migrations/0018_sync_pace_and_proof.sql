-- Bucket 0 to 4095 of a key: docs/city-protocol.md section 10. convert_to is stable only because its encoding may vary.
create function sync_bucket(entity_key text) returns smallint language sql immutable strict parallel safe
return ((get_byte(sha256(convert_to(entity_key, 'UTF8')), 0) << 4)
  | (get_byte(sha256(convert_to(entity_key, 'UTF8')), 1) >> 4))::smallint;--> statement-breakpoint
ALTER TABLE "agreement_receipts" ADD COLUMN "ledger_head" text;--> statement-breakpoint
ALTER TABLE "agreement_receipts" ADD COLUMN "ledger_length" integer;--> statement-breakpoint
ALTER TABLE "sync_shadow" ADD COLUMN "bucket" smallint GENERATED ALWAYS AS (sync_bucket(entity_key)) STORED;--> statement-breakpoint
ALTER TABLE "sync_streams" ADD COLUMN "batch_items" integer;--> statement-breakpoint
ALTER TABLE "sync_streams" ADD COLUMN "clean_batches" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_streams" ADD COLUMN "uncaptured" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_streams" ADD COLUMN "swept_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "sync_shadow_tree_idx" ON "sync_shadow" USING btree ("peer_id","stream","bucket","entity_key" collate "C","digest");