ALTER TABLE "staged_records" ALTER COLUMN "raw" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "import_runs" ADD COLUMN "fact_columns" text[];--> statement-breakpoint
ALTER TABLE "staged_records" ADD COLUMN "mention" text;--> statement-breakpoint
ALTER TABLE "staged_records" ADD COLUMN "fact" text;--> statement-breakpoint
-- Runs under way: the values of their facts in the order of the names.
update import_runs r set fact_columns = (select array_agg(name order by name) from jsonb_object_keys(s.fact) as name)
from (select distinct on (import_run_id) import_run_id, parsed -> 'fact' as fact from staged_records where parsed ? 'fact') s
where r.id = s.import_run_id;
--> statement-breakpoint
update staged_records s set parsed = null,
  mention = concat_ws(E'\x03', coalesce(parsed #>> '{mention,name}', ''), coalesce(parsed #>> '{mention,code}', ''),
    coalesce(parsed #>> '{mention,address}', ''), coalesce(parsed #>> '{mention,place}', ''), parsed #>> '{mention,date}'),
  fact = (select string_agg(coalesce(s.parsed -> 'fact' ->> name, ''), E'\x03' order by place)
    from unnest(r.fact_columns) with ordinality as c(name, place))
from import_runs r where r.id = s.import_run_id and s.parsed ? 'fact';
