-- A batch's items get their outcomes, and a recommendation its city's word, soon after they were written: room on the
-- page keeps that from being a new entry in every index (docs/decisions/0250).
alter table "sync_batch_items" set (fillfactor = 55);--> statement-breakpoint
alter table "recommendations" set (fillfactor = 70);
