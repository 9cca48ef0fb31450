CREATE TABLE "yearly_reports" (
	"area_code" text NOT NULL,
	"year" integer NOT NULL,
	"in_library" integer NOT NULL,
	"newly_added" integer NOT NULL,
	"libraries" jsonb NOT NULL,
	"bases" integer NOT NULL,
	"label_completion" numeric,
	"computed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "yearly_reports_pk" PRIMARY KEY("area_code","year")
);
--> statement-breakpoint
-- A town or zone reads its own years; the district and the city read all. No totals of others: they would tell small groups.
alter table yearly_reports enable row level security;
--> statement-breakpoint
alter table yearly_reports force row level security;
--> statement-breakpoint
create policy own_rows on yearly_reports for select to goldseed_town, goldseed_zone
  using (area_code = any ((select nullif(current_setting('goldseed.areas', true), '')::text[])::text[]));
--> statement-breakpoint
create policy all_rows on yearly_reports for select to goldseed_district, goldseed_city using (true);
--> statement-breakpoint
create policy worker_rows on yearly_reports for all to goldseed_worker using (true) with check (true);
--> statement-breakpoint
grant select on yearly_reports to goldseed_city, goldseed_district, goldseed_zone, goldseed_town;
