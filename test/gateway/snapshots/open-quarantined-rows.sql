select (('{"data":{"quarantinedRows":{"totalCount":' || coalesce(to_json((select count(*)::int
from "quarantined_rows" t1
where t1."resolved_at" is null and t1."source_id" = $1::text))::text, 'null')) || (',"edges":[' || (array_to_string(array(select ((('{"cursor":"' || (select replace(encode(v.payload || substr(sha256($2::bytea || v.payload), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t2."import_run_id")::text, (t2."line")::text, $3::int)::text, 'UTF8') as payload offset 0) v)) || ('","node":{"line":' || t2."line"::text)) || ((',"reasons":' || coalesce(to_json(case when jsonb_typeof(t2."reasons") = 'array' then array_to_json(array(select row_to_json(r)
from (select t3."code" "code", t3."column" "column", t3."messageZh" "messageZh"
from rows
from (jsonb_to_recordset(t2."reasons") as ("column" text, "value" text, "code" text, "messageZh" text, "messageEn" text))
with ordinality as t3("column", "value", "code", "messageZh", "messageEn", place)
order by t3.place) r)) end)::text, 'null')) || (',"importRun":' || (coalesce((select ('{"source":' || (to_json(t4."source_id")::text || '}'))
from "import_runs" t4
where t4."id" = t2."import_run_id"), 'null') || '}}'))))
from (select t1."import_run_id", t1."line", t1."reasons"
from "quarantined_rows" t1
where t1."resolved_at" is null and t1."source_id" = $1::text and (t1."import_run_id", t1."line") < ($4::bigint, $5::integer)
order by t1."import_run_id" desc, t1."line" desc
limit 20) t2), ',') || ']}}}')))