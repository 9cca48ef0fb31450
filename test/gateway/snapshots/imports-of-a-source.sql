select row_to_json(q)::text
from (select (select row_to_json(c)
from (select (select count(*)::int
from "import_runs" t1) "totalCount", array_to_json(array(select row_to_json(r)
from (select (select replace(encode(v.payload || substr(sha256($1::bytea || sha256($2::bytea || convert_to($3::text, 'UTF8') || v.payload)), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t2."id")::text)::text, 'UTF8') as payload) v) "cursor", (select row_to_json(o)
from (select t2."source_id" "source", t2."state" "state", to_char(t2."started_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') "startedAt", compact_json(t2."report") "report") o) "node"
from (select t1."id", t1."source_id", t1."state", t1."started_at", t1."report"
from "import_runs" t1
where (t1."id") < ($4::bigint)
order by t1."id" desc
limit $5::int) t2) r)) "edges") c) "importRuns") q