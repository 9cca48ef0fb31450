select row_to_json(q)::text
from (select (with p as materialized (select t1.*
from "sync_conflicts" t1
where t1."state" = $1::text
order by t1."opened_at" desc, t1."id" desc
limit $2::int + 1)
select row_to_json(c)
from (select (select count(*)::int
from "sync_conflicts" t1
where t1."state" = $1::text) "totalCount", (select coalesce(json_agg(row_to_json(r)), '[]'::json)
from (select (select row_to_json(o)
from (select translate(encode(convert_to('SyncConflict:' || t2."id"::text, 'UTF8'), 'base64'), E'+/=\n', '-_') "id", t2."kind" "kind", t2."base_value" "base", t2."our_value" "ours", t2."their_value" "theirs", (select coalesce(json_agg(row_to_json(r)), '[]'::json)
from (select t3."decision" "decision", t3."note" "note"
from "sync_conflicts" t3
where t3."stream" = t2."stream" and t3."entity_key" = t2."entity_key"
order by t3."opened_at" asc, t3."id" asc
limit 1000) r) "history") o) "node"
from (select p.*
from p
order by p."opened_at" desc, p."id" desc
limit $2::int) t2
order by t2."opened_at" desc, t2."id" desc) r) "edges") c) "syncConflicts") q