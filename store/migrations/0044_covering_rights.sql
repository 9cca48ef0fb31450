-- A portrait reads an enterprise's rights from their key alone (docs/decisions/0420): rights come in by date and not by
-- enterprise, so each row of the table was a page of its own in memory, three of the coldest nine at 4,000,000 enterprises.
-- Sources hold a title to 500 characters, far below what an entry may be.
alter table "ip_rights" drop constraint "ip_rights_pk", add constraint "ip_rights_pk" primary key ("credit_code", "right_no")
  include ("kind", "title", "status", "applied_on", "granted_on", "town_code", "zone_code");
--> statement-breakpoint
alter table "ip_rights" set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05);
