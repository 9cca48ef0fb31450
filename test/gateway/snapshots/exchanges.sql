select (('{"data":{"syncRuns":{"totalCount":' || coalesce(to_json((select count(*)::int
from "sync_runs" t1))::text, 'null')) || (',"edges":[' || (array_to_string(array(select (('{"node":{"id":' || coalesce(to_json(translate(encode(convert_to('SyncRun:' || t2."id"::text, 'UTF8'), 'base64'), E'+/=\n', '-_'))::text, 'null')) || (',"state":"' || (t2."state" || '"}}')))
from (select t1."id", t1."state", t1."started_at"
from "sync_runs" t1
order by t1."started_at" desc, t1."id" desc
limit 5) t2), ',') || ']}}}')))