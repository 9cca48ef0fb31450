select (('{"data":{"goldSeeds":{"totalCount":' || coalesce(to_json((select count(*)::int
from "title_verifications" t1
where t1."town_code" = $1::text and t1."outcome" = 'MEETS_NOT_APPLIED' and t1."kind" = any($2::text[])))::text, 'null')) || (',"edges":[' || (array_to_string(array(select (('{"node":{"kind":' || (to_json(t2."kind")::text || ',"details":')) || ((coalesce(to_json(compact_json(t2."details"))::text, 'null') || ',"enterprise":') || (coalesce((select ('{"name":' || (to_json(t3."name")::text || '}'))
from "enterprises" t3
where t3."credit_code" = t2."credit_code" and t3."town_code" collate "C" = $1::text), 'null') || '}}')))
from (select t1."kind", t1."details", t1."credit_code"
from "title_verifications" t1
where t1."town_code" = $1::text and t1."outcome" = 'MEETS_NOT_APPLIED' and t1."kind" = any($2::text[])
order by t1."kind" asc, t1."credit_code" asc
limit 20) t2), ',') || ']}}}')))