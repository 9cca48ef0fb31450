ALTER TABLE "assessments" ADD COLUMN "category" jsonb;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "ranges" jsonb;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "presumed" jsonb;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "flags" jsonb;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "size_class" text;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "superseded_on" date;--> statement-breakpoint
ALTER TABLE "criteria_packs" ADD COLUMN "issuer" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "criteria_packs" ADD COLUMN "confidence" text DEFAULT 'unseen' NOT NULL;--> statement-breakpoint
ALTER TABLE "criteria_packs" ADD COLUMN "renewal_from" date;--> statement-breakpoint
ALTER TABLE "criteria_packs" ADD COLUMN "renewal_to" date;--> statement-breakpoint
ALTER TABLE "criteria_packs" ADD COLUMN "superseded_at" timestamp with time zone;