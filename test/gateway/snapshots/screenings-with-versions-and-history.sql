select (('{"data":{"screenings":{"totalCount":' || coalesce(to_json((select count(*)::int
from "screenings" t1))::text, 'null')) || (',"edges":[' || (array_to_string(array(select ((('{"cursor":"' || (select replace(encode(v.payload || substr(sha256($1::bytea || v.payload), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t2."id")::text, $2::int)::text, 'UTF8') as payload offset 0) v)) || ('","node":{"code":' || (to_json(t2."id")::text || ',"state":"'))) || ((t2."state" || ('","versions":[' || array_to_string(array(select (('{"version":' || t3."version"::text) || (',"sentence":' || (to_json(t3."sentence")::text || '}')))
from "screening_versions" t3
where t3."screening_id" = t2."id"
order by t3."version" desc
limit 1000), ','))) || ('],"history":[' || (array_to_string(array(select (('{"action":' || to_json(t4."action")::text) || (',"actor":' || (to_json(t4."actor")::text || '}')))
from "screening_events" t4
where t4."screening_id" = t2."id"
order by t4."sequence" desc
limit 1000), ',') || ']}}'))))
from (select t1."id", t1."state"
from "screenings" t1
where (t1."id") > ($3::text)
order by t1."id" asc
limit 20) t2), ',') || ']}}}')))