-- Lists of a library's members are read from indexes alone (docs/decisions/0315): the keys stay what they were, and
-- carry what a row of a list shows together with the areas that the policies look at. A row of the table is a page of its
-- own in memory, and to fetch twenty enterprises with their parts was eighty such pages.
drop index "enterprises_town_library_score_idx";
--> statement-breakpoint
drop index "enterprises_zone_library_score_idx";
--> statement-breakpoint
drop index "enterprises_library_score_idx";
--> statement-breakpoint
create index "enterprises_town_library_score_idx" on "enterprises" ("town_code", "score_order", "credit_code")
  include ("zone_code", "name", "kind", "industry_code", "industry_name", "size_class", "status", "score") where in_library;
--> statement-breakpoint
create index "enterprises_zone_library_score_idx" on "enterprises" ("zone_code", "score_order", "credit_code")
  include ("town_code", "name", "kind", "industry_code", "industry_name", "size_class", "status", "score") where in_library;
--> statement-breakpoint
create index "enterprises_library_score_idx" on "enterprises" ("score_order", "credit_code")
  include ("town_code", "zone_code", "name", "kind", "industry_code", "industry_name", "size_class", "status", "score") where in_library;
--> statement-breakpoint
alter table "titles" drop constraint "titles_pk", add constraint "titles_pk" primary key ("credit_code", "kind", "batch")
  include ("level", "valid_from", "valid_to", "status", "certificate_no", "town_code", "zone_code");
--> statement-breakpoint
alter table "employments" drop constraint "employments_pk", add constraint "employments_pk" primary key ("credit_code", "year")
  include ("employees", "insured", "rd_staff", "graduate_staff", "town_code", "zone_code");
--> statement-breakpoint
alter table "portraits" drop constraint "portraits_pkey", add constraint "portraits_pkey" primary key ("credit_code")
  include ("score", "labels", "trend", "completeness", "ip_right_count", "title_count", "latest_year", "latest_revenue", "town_code", "zone_code");
--> statement-breakpoint
-- Only pages that a vacuum has seen are spared; a fifth of a table, the usual measure, is long to wait.
alter table "enterprises" set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05);
--> statement-breakpoint
alter table "titles" set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05);
--> statement-breakpoint
alter table "employments" set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05);
--> statement-breakpoint
alter table "portraits" set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05);
