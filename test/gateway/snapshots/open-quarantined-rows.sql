select (('{"quarantinedRows":{"totalCount":' || coalesce(to_json((select count(*)::int
from "quarantined_rows" t1
where t1."resolved_at" is null and t1."source_id" = $1::text))::text, 'null')) || (',"edges":[' || (array_to_string(array(select ((('{"cursor":"' || (select replace(encode(v.payload || substr(sha256($2::bytea || v.payload), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t2."import_run_id")::text, (t2."line")::text, $3::int)::text, 'UTF8') as payload offset 0) v)) || ('","node":{"line":' || t2."line"::text)) || ((',"reasons":' || to_json(compact_json(t2."reasons"))::text) || (',"importRun":' || (coalesce((select ('{"source":' || (to_json(t3."source_id")::text || '}'))
from "import_runs" t3
where t3."id" = t2."import_run_id"), 'null') || '}}'))))
from (select t1."import_run_id", t1."line", t1."reasons"
from "quarantined_rows" t1
where t1."resolved_at" is null and t1."source_id" = $1::text and (t1."import_run_id", t1."line") < ($4::bigint, $5::integer)
order by t1."import_run_id" desc, t1."line" desc
limit $6::int) t2), ',') || ']}}')))