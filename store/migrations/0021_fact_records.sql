CREATE INDEX "abnormal_entries_record_idx" ON "abnormal_entries" USING btree ("record_key");--> statement-breakpoint
CREATE INDEX "annual_financials_record_idx" ON "annual_financials" USING btree ("record_key");--> statement-breakpoint
CREATE INDEX "awards_record_idx" ON "awards" USING btree ("record_key");--> statement-breakpoint
CREATE INDEX "customs_trades_record_idx" ON "customs_trades" USING btree ("record_key");--> statement-breakpoint
CREATE INDEX "employments_record_idx" ON "employments" USING btree ("record_key");--> statement-breakpoint
CREATE INDEX "equity_financings_record_idx" ON "equity_financings" USING btree ("record_key");--> statement-breakpoint
CREATE INDEX "ip_rights_record_idx" ON "ip_rights" USING btree ("record_key");--> statement-breakpoint
CREATE INDEX "bases_record_idx" ON "bases" USING btree ("record_key");--> statement-breakpoint
CREATE INDEX "penalties_record_idx" ON "penalties" USING btree ("record_key");--> statement-breakpoint
CREATE INDEX "permits_record_idx" ON "permits" USING btree ("record_key");--> statement-breakpoint
CREATE INDEX "quality_certificates_record_idx" ON "quality_certificates" USING btree ("record_key");--> statement-breakpoint
CREATE INDEX "rd_institutions_record_idx" ON "rd_institutions" USING btree ("record_key");--> statement-breakpoint
CREATE INDEX "standards_record_idx" ON "standards" USING btree ("record_key");--> statement-breakpoint
CREATE INDEX "tax_payments_record_idx" ON "tax_payments" USING btree ("record_key");