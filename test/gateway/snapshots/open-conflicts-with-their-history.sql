select row_to_json(q)::text
from (select (select row_to_json(c)
from (select (select count(*)::int
from "sync_conflicts" t1
where t1."state" = $1::text) "totalCount", array_to_json(array(select row_to_json(r)
from (select (select row_to_json(o)
from (select translate(encode(convert_to('SyncConflict:' || t2."id"::text, 'UTF8'), 'base64'), E'+/=\n', '-_') "id", t2."kind" "kind", compact_json(t2."base_value") "base", compact_json(t2."our_value") "ours", compact_json(t2."their_value") "theirs", array_to_json(array(select row_to_json(r)
from (select t3."decision" "decision", t3."note" "note"
from "sync_conflicts" t3
where t3."stream" = t2."stream" and t3."entity_key" = t2."entity_key"
order by t3."opened_at" asc, t3."id" asc
limit 1000) r)) "history") o) "node"
from (select t1."id", t1."kind", t1."base_value", t1."our_value", t1."their_value", t1."stream", t1."entity_key", t1."opened_at"
from "sync_conflicts" t1
where t1."state" = $1::text
order by t1."opened_at" desc, t1."id" desc
limit $2::int) t2) r)) "edges") c) "syncConflicts") q