select row_to_json(q)::text
from (select (with p as materialized (select t1.*
from "sync_runs" t1
order by t1."started_at" desc, t1."id" desc
limit $1::int + 1)
select row_to_json(c)
from (select (select count(*)::int
from "sync_runs" t1) "totalCount", (select coalesce(json_agg(row_to_json(r)), '[]'::json)
from (select (select row_to_json(o)
from (select translate(encode(convert_to('SyncRun:' || t2."id"::text, 'UTF8'), 'base64'), E'+/=\n', '-_') "id", t2."state" "state") o) "node"
from (select p.*
from p
order by p."started_at" desc, p."id" desc
limit $1::int) t2
order by t2."started_at" desc, t2."id" desc) r) "edges") c) "syncRuns") q