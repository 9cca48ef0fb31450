-- Text inside a name, found by an index although rows are hidden by policy.
-- LIKE is not leakproof, so PostgreSQL does not push it below a row policy: a scan of all rows (125 ms at 424,000).
-- Pairs of characters in an array with a GIN index answer in 0.3 to 0.5 ms, if the operator is trusted below the policy.
create function name_grams(name text) returns text[] language sql immutable strict parallel safe
  return array(select distinct substr(name, place, 2) from generate_series(1, length(name) - 1) place);
--> statement-breakpoint
ALTER TABLE "enterprises" ADD COLUMN "name_grams" text[] GENERATED ALWAYS AS (name_grams(name)) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "enterprises_name_grams_idx" ON "enterprises" USING gin ("name_grams");
--> statement-breakpoint
-- The one leakproof function of the house. It compares the caller's own text with an array, raises nothing and returns
-- nothing but yes or no, so it cannot tell of rows that the policy hides. Only a superuser may make one; elsewhere the
-- same name is a plain containment that the planner unfolds, served by the default operator class: districts lose
-- nothing, a town's search goes through its area index first.
do $$
begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    create function name_grams_contain(text[], text[]) returns boolean
      language internal immutable strict leakproof parallel safe as 'arraycontains';
  else
    create function name_grams_contain(text[], text[]) returns boolean
      language sql immutable strict parallel safe return $1 @> $2;
  end if;
  create operator @>> (leftarg = text[], rightarg = text[], function = name_grams_contain, restrict = contsel, join = contjoinsel);
  if (select rolsuper from pg_roles where rolname = current_user) then
    create operator class name_grams_ops for type text[] using gin as
      operator 2 @>> (text[], text[]),
      function 2 ginarrayextract(anyarray, internal, internal),
      function 3 ginqueryarrayextract(anyarray, internal, smallint, internal, internal, internal, internal),
      function 4 ginarrayconsistent(internal, smallint, anyarray, integer, internal, internal, internal, internal),
      function 6 ginarraytriconsistent(internal, smallint, anyarray, integer, internal, internal, internal),
      storage text;
    drop index enterprises_name_grams_idx;
    create index enterprises_name_grams_idx on enterprises using gin (name_grams name_grams_ops);
  end if;
end $$;
