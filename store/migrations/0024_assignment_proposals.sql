CREATE TABLE "assignment_proposals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"subject" text NOT NULL,
	"tier" text NOT NULL,
	"area_codes" text[] NOT NULL,
	"role" text NOT NULL,
	"clearance" text NOT NULL,
	"reason" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decision" text,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "assignment_proposals_tier_check" CHECK ("assignment_proposals"."tier" in ('CITY', 'DISTRICT', 'ZONE', 'TOWN')),
	CONSTRAINT "assignment_proposals_role_check" CHECK ("assignment_proposals"."role" in ('VIEWER', 'SPECIALIST', 'OFFICER', 'DEVELOPER', 'AUDITOR', 'MACHINE')),
	CONSTRAINT "assignment_proposals_clearance_check" CHECK ("assignment_proposals"."clearance" in ('L1', 'L2', 'L3', 'L4')),
	CONSTRAINT "assignment_proposals_decision_check" CHECK ("assignment_proposals"."decision" in ('CONFIRMED', 'REJECTED', 'SUPERSEDED')),
	CONSTRAINT "assignment_proposals_two_persons_check" CHECK (decision is distinct from 'CONFIRMED' or decided_by <> proposed_by)
);
--> statement-breakpoint
CREATE UNIQUE INDEX "assignment_proposals_open_key" ON "assignment_proposals" USING btree ("subject") WHERE decision is null;