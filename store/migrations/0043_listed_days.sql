CREATE TABLE "listed_entrants" (
	"credit_code" text PRIMARY KEY NOT NULL,
	"awaits" bigint
);
--> statement-breakpoint
CREATE TABLE "listed_days" (
	"stage" text PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"rules" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "dirty_lists" ADD COLUMN "stages" text[] DEFAULT '{INDICATORS,PORTRAITS}' NOT NULL;
