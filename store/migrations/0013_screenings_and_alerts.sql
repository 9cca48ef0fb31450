CREATE TABLE "webhook_deliveries" (
	"credit_code" text NOT NULL,
	"alert_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"target" text NOT NULL,
	"state" text DEFAULT 'PENDING' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_error" text,
	"settled_at" timestamp with time zone,
	CONSTRAINT "webhook_deliveries_pk" PRIMARY KEY("credit_code","alert_id","sequence","target"),
	CONSTRAINT "webhook_deliveries_state_check" CHECK ("webhook_deliveries"."state" in ('PENDING', 'DELIVERED', 'DEAD'))
);
--> statement-breakpoint
CREATE TABLE "screening_events" (
	"screening_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"action" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"version" integer NOT NULL,
	"actor" text NOT NULL,
	"reason" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "screening_events_pk" PRIMARY KEY("screening_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "handler" text DEFAULT 'TOWN' NOT NULL;--> statement-breakpoint
ALTER TABLE "alerts" ADD COLUMN "merged_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "matches" ADD COLUMN "alert_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "screenings" ADD COLUMN "level" text DEFAULT 'MEDIUM' NOT NULL;--> statement-breakpoint
ALTER TABLE "screenings" ADD COLUMN "due_days" integer DEFAULT 10 NOT NULL;--> statement-breakpoint
ALTER TABLE "screenings" ADD COLUMN "merge_days" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "screenings" ADD COLUMN "matched_version" integer;--> statement-breakpoint
ALTER TABLE "screenings" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX "webhook_deliveries_due_idx" ON "webhook_deliveries" USING btree ("next_attempt_at") WHERE state = 'PENDING';--> statement-breakpoint
CREATE INDEX "alerts_screening_idx" ON "alerts" USING btree ("screening_id","state");--> statement-breakpoint
CREATE INDEX "alerts_due_idx" ON "alerts" USING btree ("due_on","credit_code") WHERE closed_at is null;--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_level_check" CHECK ("alerts"."level" in ('HIGH', 'MEDIUM', 'LOW'));--> statement-breakpoint
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_handler_check" CHECK ("alerts"."handler" in ('TOWN', 'ZONE', 'DISTRICT'));--> statement-breakpoint
ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_outcome_check" CHECK ("follow_ups"."outcome" in ('WILL_APPLY', 'NEEDS_SUPPORT', 'NOT_INTERESTED', 'NOT_REACHED', 'WRONG_DATA', 'OTHER'));--> statement-breakpoint
ALTER TABLE "screenings" ADD CONSTRAINT "screenings_level_check" CHECK ("screenings"."level" in ('HIGH', 'MEDIUM', 'LOW'));--> statement-breakpoint
grant select on screening_events to goldseed_district;
--> statement-breakpoint
-- Wakes whoever looks after changed enterprises. The list itself is the truth: a notice that is lost costs time, not work.
create function tell_dirty() returns trigger language plpgsql as $$
begin
  perform pg_notify('goldseed_dirty', '');
  return null;
end $$;
--> statement-breakpoint
create trigger dirty_told after insert or update on dirty_keys for each statement execute function tell_dirty();
--> statement-breakpoint
-- Tells of each event of an alert with its commit, to everyone who listens: subscriptions and webhooks.
create function tell_alert() returns trigger language plpgsql as $$
begin
  perform pg_notify('goldseed_alerts', concat_ws(' ', new.credit_code, new.alert_id, new.sequence, coalesce(new.town_code, '-'), coalesce(new.zone_code, '-')));
  return null;
end $$;
--> statement-breakpoint
create trigger alert_told after insert on alert_outbox for each row execute function tell_alert();
