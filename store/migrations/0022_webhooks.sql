CREATE TABLE "webhooks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"raised_only" boolean NOT NULL,
	"state" text DEFAULT 'ACTIVE' NOT NULL,
	"state_reason" text,
	"subject" text NOT NULL,
	"tier" text NOT NULL,
	"area_codes" text[] NOT NULL,
	"role" text NOT NULL,
	"clearance" text NOT NULL,
	"generation" integer DEFAULT 1 NOT NULL,
	"former_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhooks_state_check" CHECK ("webhooks"."state" in ('ACTIVE', 'PAUSED', 'REMOVED')),
	CONSTRAINT "webhooks_tier_check" CHECK ("webhooks"."tier" in ('CITY', 'DISTRICT', 'ZONE', 'TOWN')),
	CONSTRAINT "webhooks_role_check" CHECK ("webhooks"."role" in ('VIEWER', 'SPECIALIST', 'OFFICER', 'DEVELOPER', 'AUDITOR', 'MACHINE')),
	CONSTRAINT "webhooks_clearance_check" CHECK ("webhooks"."clearance" in ('L1', 'L2', 'L3', 'L4'))
);
--> statement-breakpoint
ALTER TABLE "webhook_deliveries" DROP CONSTRAINT "webhook_deliveries_state_check";--> statement-breakpoint
DROP INDEX "webhook_deliveries_due_idx";--> statement-breakpoint
CREATE INDEX "webhooks_subject_idx" ON "webhooks" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "alert_outbox_unsent_idx" ON "alert_outbox" USING btree ("written_at") WHERE delivered_at is null;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_settled_idx" ON "webhook_deliveries" USING btree ("target","state","settled_at");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due_idx" ON "webhook_deliveries" USING btree ("target","next_attempt_at") WHERE state = 'PENDING';--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_state_check" CHECK ("webhook_deliveries"."state" in ('PENDING', 'DELIVERED', 'WITHHELD', 'DEAD'));