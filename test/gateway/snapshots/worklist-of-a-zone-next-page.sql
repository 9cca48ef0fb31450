select ('{"data":{"enterprises":' || ((with p as materialized (select t1."score_order", t1."credit_code", t1."name"
from "enterprises" t1
where t1."zone_code" = $1::text and (t1."score_order", t1."credit_code") < ($2::double precision, $3::text)
order by t1."score_order" desc, t1."credit_code" desc
limit 20 + 1)
select (('{"edges":[' || array_to_string(array(select (('{"cursor":"' || (select replace(encode(v.payload || substr(sha256($4::bytea || v.payload), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t2."score_order")::text, (t2."credit_code")::text, $5::int)::text, 'UTF8') as payload offset 0) v)) || ('","node":{"name":' || (to_json(t2."name")::text || '}}')))
from (select p.*
from p
order by p."score_order" desc, p."credit_code" desc
limit 20) t2
order by t2."score_order" desc, t2."credit_code" desc), ',')) || ('],"pageInfo":' || (coalesce(to_json((select row_to_json(o)
from (select (select count(*) > 20
from p) "hasNextPage", (select (select replace(encode(v.payload || substr(sha256($4::bytea || v.payload), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t3."score_order")::text, (t3."credit_code")::text, $5::int)::text, 'UTF8') as payload offset 0) v)
from (select p.*
from p
order by p."score_order" desc, p."credit_code" desc
limit 20) t3
order by t3."score_order" asc, t3."credit_code" asc
limit 1) "endCursor") o))::text, 'null') || '}')))) || '}}'))