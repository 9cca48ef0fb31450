select (('{"data":{"linkReviews":{"totalCount":' || coalesce(to_json((select count(*)::int
from "link_reviews" t1
where t1."source_id" = $1::text and t1."state" = $2::text))::text, 'null')) || (',"edges":[' || (array_to_string(array(select ((('{"cursor":"' || (select replace(encode(v.payload || substr(sha256($3::bytea || v.payload), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t2."opened_at")::text, (t2."id")::text, $4::int)::text, 'UTF8') as payload offset 0) v)) || ('","node":{"groupKey":' || to_json(t2."group_key")::text)) || ((',"record":' || coalesce(to_json(case when jsonb_typeof(t2."record") = 'object' then (select row_to_json(o)
from (select case when jsonb_typeof(t3."mention") = 'object' then (select row_to_json(o)
from (select t4."name" "name"
from rows
from (jsonb_to_record(t3."mention") as ("name" text, "code" text, "address" text, "place" text, "date" text)) as t4("name", "code", "address", "place", "date")) o) end "mention", case when jsonb_typeof(t3."rows") = 'array' then array_to_json(array(select row_to_json(r)
from (select t5."line" "line", compact_json(t5."raw") "raw"
from rows
from (jsonb_to_recordset(t3."rows") as ("line" integer, "recordKey" text, "raw" jsonb, "parsed" jsonb))
with ordinality as t5("line", "recordKey", "raw", "parsed", place)
order by t5.place) r)) end "rows"
from rows
from (jsonb_to_record(t2."record") as ("mention" jsonb, "rows" jsonb)) as t3("mention", "rows")) o) end)::text, 'null')) || (',"candidates":' || (coalesce(to_json(case when jsonb_typeof(t2."candidates") = 'array' then array_to_json(array(select row_to_json(r)
from (select t6."creditCode" "creditCode", t6."bits"::text::numeric "bits", compact_json(t6."stops") "stops"
from rows
from (jsonb_to_recordset(t2."candidates") as ("creditCode" text, "name" text, "former" boolean, "bits" numeric, "stops" jsonb))
with ordinality as t6("creditCode", "name", "former", "bits", "stops", place)
order by t6.place) r)) end)::text, 'null') || '}}'))))
from (select t1."opened_at", t1."id", t1."group_key", t1."record", t1."candidates"
from "link_reviews" t1
where t1."source_id" = $1::text and t1."state" = $2::text and (t1."opened_at", t1."id") < ($5::timestamptz, $6::uuid)
order by t1."opened_at" desc, t1."id" desc
limit 20) t2), ',') || ']}}}')))