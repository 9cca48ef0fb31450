CREATE TABLE "export_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"subject" text NOT NULL,
	"tier" text NOT NULL,
	"area_codes" text[] NOT NULL,
	"document" text NOT NULL,
	"document_hash" text NOT NULL,
	"variables" text NOT NULL,
	"rows" integer NOT NULL,
	"reason" text NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decision" text,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "export_requests_tier_check" CHECK ("export_requests"."tier" in ('CITY', 'DISTRICT', 'ZONE', 'TOWN')),
	CONSTRAINT "export_requests_decision_check" CHECK ("export_requests"."decision" in ('CONFIRMED', 'REJECTED')),
	CONSTRAINT "export_requests_two_persons_check" CHECK (decision is distinct from 'CONFIRMED' or decided_by <> subject)
);
--> statement-breakpoint
CREATE INDEX "export_requests_subject_idx" ON "export_requests" USING btree ("subject","requested_at");
--> statement-breakpoint
-- What was asked for and decided stays: the audit names it.
revoke delete, truncate on export_requests from goldseed_worker;
