-- The value of a part (a ratio of research, growth or profit) is L3; the text of all parts and the sentence about them are
-- read by everybody who may see the score, and tell the makeup of the score alone.
create function without_values(parts jsonb) returns jsonb language sql immutable strict parallel safe as $$
  select case jsonb_typeof(parts) when 'array' then (
    select coalesce(jsonb_agg(part - 'value' order by place), '[]') from jsonb_array_elements(parts) with ordinality as each(part, place))
  else '[]' end
$$;
--> statement-breakpoint
ALTER TABLE "portraits" drop column "score_parts_text";--> statement-breakpoint
ALTER TABLE "portraits" ADD COLUMN "score_parts_text" json GENERATED ALWAYS AS (compact_json(public.without_values(score_parts))) STORED NOT NULL;--> statement-breakpoint
-- Sentences are made anew with the next portrait; the values in those that stand go now.
update portraits set explanation = regexp_replace(explanation, '([^，：。0-9.-]+)-?[0-9.,]+[^，：。0-9]{1,3}得', '\1得', 'g')
where explanation ~ '[0-9][^，：。0-9]{1,3}得';
