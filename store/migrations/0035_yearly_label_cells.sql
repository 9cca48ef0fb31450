CREATE TABLE "yearly_label_cells" (
	"year" integer NOT NULL,
	"town" text,
	"zone" text,
	"portraits" integer NOT NULL,
	"completion" numeric NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "yearly_label_cells_idx" ON "yearly_label_cells" USING btree ("year",coalesce("town", ''),coalesce("zone", ''));--> statement-breakpoint
-- A year that another one has followed is closed: what was noted of it stays noted.
create function keep_closed_year() returns trigger language plpgsql as $$
declare
  touched integer := case when tg_op = 'DELETE' then old.year else new.year end;
begin
  if tg_op = 'UPDATE' then
    touched := least(old.year, new.year);
  end if;
  if exists (select from yearly_label_cells where year > touched) then
    raise exception '% of what was noted of % is refused: that year is closed', tg_op, touched
      using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
--> statement-breakpoint
revoke all on function keep_closed_year() from public;
--> statement-breakpoint
create function refuse_emptying() returns trigger language plpgsql as $$
begin
  raise exception 'TRUNCATE of "%" is refused: years that are over cannot be counted again', tg_table_name
    using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
revoke all on function refuse_emptying() from public;
--> statement-breakpoint
create trigger yearly_label_cells_keep before insert or update or delete on yearly_label_cells
  for each row execute function keep_closed_year();
--> statement-breakpoint
create trigger yearly_label_cells_keep_all before truncate on yearly_label_cells
  for each statement execute function refuse_emptying();
