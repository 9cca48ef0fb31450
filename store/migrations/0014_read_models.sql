-- jsonb as JSON.stringify writes it: no blanks, no zeros behind a fraction. PostgreSQL's own text of jsonb has both, and an
-- answer of the compiler is to be, byte for byte, what graphql-js would give.
create function compact_json_text(value jsonb) returns text language plpgsql immutable strict parallel safe as $$
begin
  case jsonb_typeof(value)
    when 'object' then
      return '{' || coalesce((select string_agg(to_json(key)::text || ':' || public.compact_json_text(part), ',' order by place)
        from jsonb_each(value) with ordinality as parts(key, part, place)), '') || '}';
    when 'array' then
      return '[' || coalesce((select string_agg(public.compact_json_text(part), ',' order by place)
        from jsonb_array_elements(value) with ordinality as parts(part, place)), '') || ']';
    when 'number' then return trim_scale((value #>> '{}')::numeric)::text;
    else return value::text;
  end case;
end $$;
--> statement-breakpoint
create function compact_json(value jsonb) returns json language plpgsql immutable strict parallel safe as $$
begin
  return public.compact_json_text(value)::json;
end $$;
--> statement-breakpoint
ALTER TABLE "portraits" ADD COLUMN "score_parts_text" json GENERATED ALWAYS AS (compact_json(score_parts)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "area_statistics" ADD COLUMN "figures" json;--> statement-breakpoint
CREATE INDEX "enterprises_town_library_score_idx" ON "enterprises" USING btree ("town_code","score_order","credit_code") WHERE in_library;--> statement-breakpoint
CREATE INDEX "enterprises_zone_library_score_idx" ON "enterprises" USING btree ("zone_code","score_order","credit_code") WHERE in_library;--> statement-breakpoint
CREATE INDEX "enterprises_library_score_idx" ON "enterprises" USING btree ("score_order","credit_code") WHERE in_library;