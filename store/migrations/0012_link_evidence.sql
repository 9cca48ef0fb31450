CREATE TABLE "link_evidence" (
	"credit_code" text NOT NULL,
	"town_code" text,
	"zone_code" text,
	"source_id" text NOT NULL,
	"record_key" text NOT NULL,
	"method" text NOT NULL,
	"confidence" numeric NOT NULL,
	"evidence" text[] NOT NULL,
	"import_run_id" bigint NOT NULL,
	"linked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "link_evidence_pk" PRIMARY KEY("credit_code","source_id","record_key")
);
--> statement-breakpoint
ALTER TABLE "bases" ADD COLUMN "source_id" text DEFAULT 'district' NOT NULL;--> statement-breakpoint
ALTER TABLE "bases" ADD COLUMN "record_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "bases" ADD COLUMN "import_run_id" bigint;--> statement-breakpoint
ALTER TABLE "bases" ADD COLUMN "received_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "bases" ADD COLUMN "link_method" text DEFAULT 'CREDIT_CODE' NOT NULL;--> statement-breakpoint
ALTER TABLE "bases" ADD COLUMN "link_confidence" numeric DEFAULT '1' NOT NULL;--> statement-breakpoint
CREATE INDEX "link_evidence_town_idx" ON "link_evidence" USING btree ("town_code","credit_code");--> statement-breakpoint
CREATE INDEX "link_evidence_zone_idx" ON "link_evidence" USING btree ("zone_code","credit_code");--> statement-breakpoint
CREATE INDEX "link_reviews_group_idx" ON "link_reviews" USING btree ("group_key");--> statement-breakpoint
select protect_scoped_table('link_evidence');
