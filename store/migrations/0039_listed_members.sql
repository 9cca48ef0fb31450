CREATE TABLE "listed_member_changes" (
	"credit_codes" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "listed_members" (
	"credit_code" text PRIMARY KEY NOT NULL,
	"town_code" text,
	"zone_code" text,
	"name" text NOT NULL,
	"name_json" text NOT NULL,
	"kind" text NOT NULL,
	"legal_form" text,
	"industry_code" text,
	"industry_name" text,
	"industry_name_json" text,
	"established_on" date,
	"capital_amount" numeric,
	"capital_currency" text,
	"status" text NOT NULL,
	"size_class" text,
	"is_demo" boolean NOT NULL,
	"in_library" boolean NOT NULL,
	"library_kinds" text[] NOT NULL,
	"title_kinds" text[] NOT NULL,
	"score" numeric,
	"score_order" double precision GENERATED ALWAYS AS (coalesce(score, -1)::double precision) STORED NOT NULL,
	"established_order" date GENERATED ALWAYS AS (coalesce(established_on, '0001-01-01'::date)) STORED NOT NULL,
	"has_portrait" boolean NOT NULL,
	"portrait_score" numeric,
	"portrait_labels" text[],
	"portrait_labels_json" text,
	"portrait_trend" text,
	"portrait_label_completion" numeric,
	"portrait_completeness" numeric,
	"portrait_ip_right_count" integer,
	"portrait_title_count" integer,
	"portrait_latest_year" integer,
	"portrait_latest_revenue" numeric,
	"titles_kind" text[] NOT NULL,
	"titles_batch" text[] NOT NULL,
	"titles_level" text[] NOT NULL,
	"titles_valid_from" date[] NOT NULL,
	"titles_valid_to" date[] NOT NULL,
	"titles_status" text[] NOT NULL,
	"titles_certificate_no" text[] NOT NULL,
	"employments_year" integer[] NOT NULL,
	"employments_employees" integer[] NOT NULL,
	"employments_insured" integer[] NOT NULL,
	"employments_rd_staff" integer[] NOT NULL,
	"employments_graduate_staff" integer[] NOT NULL
);
--> statement-breakpoint
CREATE INDEX "listed_members_town_score_idx" ON "listed_members" USING btree ("town_code","score_order","credit_code");--> statement-breakpoint
CREATE INDEX "listed_members_zone_score_idx" ON "listed_members" USING btree ("zone_code","score_order","credit_code");--> statement-breakpoint
CREATE INDEX "listed_members_score_idx" ON "listed_members" USING btree ("score_order","credit_code");--> statement-breakpoint
select protect_scoped_table('listed_members');
--> statement-breakpoint
-- What a row is made of, in the order of the table's own columns. The order of titles and years is that of the graph.
create view listed_member_rows with (security_invoker = true) as
select e.credit_code, e.town_code, e.zone_code, e.name, to_json(e.name)::text as name_json, e.kind, e.legal_form, e.industry_code,
  e.industry_name, to_json(e.industry_name)::text as industry_name_json, e.established_on, e.capital_amount, e.capital_currency,
  e.status, e.size_class, e.is_demo, e.in_library, e.library_kinds, e.title_kinds, e.score,
  p.credit_code is not null as has_portrait, p.score as portrait_score, p.labels as portrait_labels,
  to_json(p.labels)::text as portrait_labels_json, p.trend as portrait_trend, p.label_completion as portrait_label_completion,
  p.completeness as portrait_completeness, p.ip_right_count as portrait_ip_right_count, p.title_count as portrait_title_count,
  p.latest_year as portrait_latest_year, p.latest_revenue as portrait_latest_revenue,
  t.titles_kind, t.titles_batch, t.titles_level, t.titles_valid_from, t.titles_valid_to, t.titles_status, t.titles_certificate_no,
  f.employments_year, f.employments_employees, f.employments_insured, f.employments_rd_staff, f.employments_graduate_staff
from enterprises e left join portraits p on p.credit_code = e.credit_code
cross join lateral (
  select coalesce(array_agg(o.kind), '{}') as titles_kind, coalesce(array_agg(o.batch), '{}') as titles_batch,
    coalesce(array_agg(o.level), '{}') as titles_level, coalesce(array_agg(o.valid_from), '{}') as titles_valid_from,
    coalesce(array_agg(o.valid_to), '{}') as titles_valid_to, coalesce(array_agg(o.status), '{}') as titles_status,
    coalesce(array_agg(o.certificate_no), '{}') as titles_certificate_no
  from (select * from titles t where t.credit_code = e.credit_code
    order by coalesce(t.valid_from, '0001-01-01') desc, t.kind desc, t.batch desc) o) t
cross join lateral (
  select coalesce(array_agg(o.year), '{}') as employments_year, coalesce(array_agg(o.employees), '{}') as employments_employees,
    coalesce(array_agg(o.insured), '{}') as employments_insured, coalesce(array_agg(o.rd_staff), '{}') as employments_rd_staff,
    coalesce(array_agg(o.graduate_staff), '{}') as employments_graduate_staff
  from (select * from employments f where f.credit_code = e.credit_code order by f.year desc) o) f
where e.in_library;
--> statement-breakpoint
-- Makes the rows of these enterprises anew, and writes those that are other than before to the byte: numbers that are equal
-- may be written otherwise. Their rows are locked first, in one order for everybody, so that whoever waited for another
-- transaction reads what that one has written.
do $$
declare
  columns text;
begin
  select string_agg(quote_ident(attname), ', ' order by attnum) into columns from pg_attribute
  where attrelid = 'listed_members'::regclass and attnum > 0 and attgenerated = '';
  execute format($f$
create function refresh_listed_members(codes text[]) returns void language plpgsql set enable_seqscan = off as $body$
begin
  perform from listed_members m where m.credit_code = any (codes) order by m.credit_code for update;
  delete from listed_members m where m.credit_code = any (codes)
    and not exists (select from enterprises e where e.credit_code = m.credit_code and e.in_library);
  insert into listed_members as old (%1$s)
  select %1$s from listed_member_rows r where r.credit_code = any (codes) order by r.credit_code
  on conflict (credit_code) do update set (%1$s) = row(%2$s)
  where record_image_ne(old, excluded);
end $body$ $f$, columns, regexp_replace(columns, '(\w+)', 'excluded.\1', 'g'));
end $$;
--> statement-breakpoint
revoke all on function refresh_listed_members(text[]) from public;
--> statement-breakpoint
grant execute on function refresh_listed_members(text[]) to goldseed_worker;
--> statement-breakpoint
-- At the commit and once, whatever the transaction has done: these are the last rows that it locks, and so nobody who waits
-- for them is waited for.
create function keep_listed_members() returns trigger language plpgsql as $$
declare
  codes text[];
begin
  with taken as (delete from listed_member_changes returning credit_codes)
  select array_agg(distinct code order by code) into codes from taken, unnest(credit_codes) code;
  if codes is not null then
    perform refresh_listed_members(codes);
  end if;
  return null;
end $$;
--> statement-breakpoint
revoke all on function keep_listed_members() from public;
--> statement-breakpoint
create constraint trigger listed_member_changes_kept after insert on listed_member_changes
  deferrable initially deferred for each row execute function keep_listed_members();
--> statement-breakpoint
-- An owner that is no superuser takes on the worker's role below, and as the worker fills the table: what its own policies
-- let it see of enterprises is nothing.
do $$
begin
  if not pg_has_role(current_user, 'goldseed_worker', 'USAGE') then
    execute format('grant goldseed_worker to %I', current_user);
  end if;
end $$;
--> statement-breakpoint
-- What a statement did to enterprises that are in no library is nobody's concern here: one search by key a row. As the
-- worker, because the city's word comes by a role that writes titles alone (and since PostgreSQL 18 a deferred trigger runs
-- as who caused it).
create function note_listed_members() returns trigger language plpgsql
  set role to goldseed_worker set enable_seqscan = off as $$
begin
  insert into listed_member_changes (credit_codes)
  select array_agg(distinct t.credit_code) from touched t
  cross join lateral (select from listed_members m where m.credit_code = t.credit_code offset 0) m having count(*) > 0;
  return null;
end $$;
--> statement-breakpoint
revoke all on function note_listed_members() from public;
--> statement-breakpoint
create function note_listed_enterprises() returns trigger language plpgsql
  set role to goldseed_worker set enable_seqscan = off as $$
begin
  insert into listed_member_changes (credit_codes)
  select array_agg(t.credit_code) from touched t
  where t.in_library or (tg_op <> 'INSERT' and (select true from listed_members m where m.credit_code = t.credit_code))
  having count(*) > 0;
  return null;
end $$;
--> statement-breakpoint
revoke all on function note_listed_enterprises() from public;
--> statement-breakpoint
do $$
declare
  target text;
  event text;
begin
  foreach target in array array['enterprises', 'titles', 'employments'] loop
    foreach event in array array['insert', 'update', 'delete'] loop
      execute format('create trigger %1$s_listed_%2$s after %2$s on %1$s referencing %3$s table as touched
        for each statement execute function %4$s()', target, event, case event when 'delete' then 'old' else 'new' end,
        case target when 'enterprises' then 'note_listed_enterprises' else 'note_listed_members' end);
    end loop;
  end loop;
end $$;
--> statement-breakpoint
insert into listed_member_changes (credit_codes)
select array_agg(credit_code) from enterprises where in_library having count(*) > 0;
--> statement-breakpoint
set constraints listed_member_changes_kept immediate;
--> statement-breakpoint
analyze listed_members;
