select (('{"data":{"syncConflicts":{"totalCount":' || coalesce(to_json((select count(*)::int
from "sync_conflicts" t1
where t1."state" = $1::text))::text, 'null')) || (',"edges":[' || (array_to_string(array(select ((('{"node":{"id":' || (coalesce(to_json(translate(encode(convert_to('SyncConflict:' || t2."id"::text, 'UTF8'), 'base64'), E'+/=\n', '-_'))::text, 'null') || ',"kind":')) || (to_json(t2."kind")::text || (',"base":' || coalesce(to_json(compact_json(t2."base_value"))::text, 'null')))) || ((',"ours":' || (coalesce(to_json(compact_json(t2."our_value"))::text, 'null') || ',"theirs":')) || ((coalesce(to_json(compact_json(t2."their_value"))::text, 'null') || ',"history":[') || (array_to_string(array(select (('{"decision":' || coalesce(to_json(t3."decision")::text, 'null')) || (',"note":' || (coalesce(to_json(t3."note")::text, 'null') || '}')))
from "sync_conflicts" t3
where t3."stream" = t2."stream" and t3."entity_key" = t2."entity_key"
order by t3."opened_at" asc, t3."id" asc
limit 1000), ',') || ']}}'))))
from (select t1."id", t1."kind", t1."base_value", t1."our_value", t1."their_value", t1."stream", t1."entity_key", t1."opened_at"
from "sync_conflicts" t1
where t1."state" = $1::text
order by t1."opened_at" desc, t1."id" desc
limit 5) t2), ',') || ']}}}')))