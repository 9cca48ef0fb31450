select row_to_json(q)::text
from (select (select row_to_json(c)
from (select (select count(*)::int
from "screenings" t1) "totalCount", array_to_json(array(select row_to_json(r)
from (select (select replace(encode(v.payload || substr(sha256($1::bytea || sha256($2::bytea || convert_to($3::text, 'UTF8') || v.payload)), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t2."id")::text)::text, 'UTF8') as payload) v) "cursor", (select row_to_json(o)
from (select t2."id" "code", t2."state" "state", array_to_json(array(select row_to_json(r)
from (select t3."version" "version", t3."sentence" "sentence"
from "screening_versions" t3
where t3."screening_id" = t2."id"
order by t3."version" desc
limit 1000) r)) "versions", array_to_json(array(select row_to_json(r)
from (select t4."action" "action", t4."actor" "actor"
from "screening_events" t4
where t4."screening_id" = t2."id"
order by t4."sequence" desc
limit 1000) r)) "history") o) "node"
from (select t1."id", t1."state"
from "screenings" t1
where (t1."id") > ($4::text)
order by t1."id" asc
limit $5::int) t2) r)) "edges") c) "screenings") q