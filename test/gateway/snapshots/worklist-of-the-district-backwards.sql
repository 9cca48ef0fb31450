select ('{"data":{"enterprises":' || ((with p as materialized (select t1."score_order", t1."credit_code", t1."name"
from "enterprises" t1
where (t1."score_order", t1."credit_code") > ($1::double precision, $2::text)
order by t1."score_order" asc, t1."credit_code" asc
limit 5 + 1)
select (('{"edges":[' || array_to_string(array(select (('{"cursor":"' || (select replace(encode(v.payload || substr(sha256($3::bytea || v.payload), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t2."score_order")::text, (t2."credit_code")::text, $4::int)::text, 'UTF8') as payload offset 0) v)) || ('","node":{"name":' || (to_json(t2."name")::text || '}}')))
from (select p.*
from p
order by p."score_order" asc, p."credit_code" asc
limit 5) t2
order by t2."score_order" desc, t2."credit_code" desc), ',')) || ('],"pageInfo":' || (coalesce(to_json((select row_to_json(o)
from (select exists(select
from "enterprises" t1
where (t1."score_order", t1."credit_code") <= ($1::double precision, $2::text)) "hasNextPage", (select (select replace(encode(v.payload || substr(sha256($3::bytea || v.payload), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t3."score_order")::text, (t3."credit_code")::text, $4::int)::text, 'UTF8') as payload offset 0) v)
from (select p.*
from p
order by p."score_order" asc, p."credit_code" asc
limit 5) t3
order by t3."score_order" asc, t3."credit_code" asc
limit 1) "endCursor") o))::text, 'null') || '}')))) || '}}'))