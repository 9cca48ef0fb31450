select row_to_json(q)::text
from (select (select row_to_json(c)
from (select (select count(*)::int
from "sources" t1) "totalCount", array_to_json(array(select row_to_json(r)
from (select (select replace(encode(v.payload || substr(sha256($1::bytea || sha256($2::bytea || convert_to($3::text, 'UTF8') || v.payload)), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t2."id")::text)::text, 'UTF8') as payload) v) "cursor", (select row_to_json(o)
from (select t2."id" "code", t2."department" "department", array_to_json(array(select row_to_json(r)
from (select t3."state" "state", compact_json(t3."report") "report"
from "import_runs" t3
where t3."source_id" = t2."id"
order by t3."id" desc
limit 1000) r)) "importRuns") o) "node"
from (select t1."id", t1."department"
from "sources" t1
order by t1."id" asc
limit $4::int) t2) r)) "edges") c) "sources") q