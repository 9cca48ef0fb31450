DROP INDEX "enterprises_score_idx";--> statement-breakpoint
DROP INDEX "enterprises_town_score_idx";--> statement-breakpoint
DROP INDEX "enterprises_zone_score_idx";--> statement-breakpoint
DROP INDEX "enterprises_established_idx";--> statement-breakpoint
ALTER TABLE "enterprises" ADD COLUMN "score_order" double precision GENERATED ALWAYS AS (coalesce(score, -1)::double precision) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "enterprises" ADD COLUMN "established_order" date GENERATED ALWAYS AS (coalesce(established_on, '0001-01-01'::date)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "enterprises_town_established_idx" ON "enterprises" USING btree ("town_code","established_order","credit_code");--> statement-breakpoint
CREATE INDEX "enterprises_score_idx" ON "enterprises" USING btree ("score_order","credit_code");--> statement-breakpoint
CREATE INDEX "enterprises_town_score_idx" ON "enterprises" USING btree ("town_code","score_order","credit_code");--> statement-breakpoint
CREATE INDEX "enterprises_zone_score_idx" ON "enterprises" USING btree ("zone_code","score_order","credit_code");--> statement-breakpoint
CREATE INDEX "enterprises_established_idx" ON "enterprises" USING btree ("established_order","credit_code");