select row_to_json(q)::text
from (select (select row_to_json(c)
from (select (select count(*)::int
from "sync_runs" t1) "totalCount", array_to_json(array(select row_to_json(r)
from (select (select row_to_json(o)
from (select translate(encode(convert_to('SyncRun:' || t2."id"::text, 'UTF8'), 'base64'), E'+/=\n', '-_') "id", t2."state" "state") o) "node"
from (select t1."id", t1."state", t1."started_at"
from "sync_runs" t1
order by t1."started_at" desc, t1."id" desc
limit $1::int) t2) r)) "edges") c) "syncRuns") q