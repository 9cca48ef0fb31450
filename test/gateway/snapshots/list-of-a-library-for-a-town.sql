select ('{"data":{"enterprises":' || ((with p as materialized (select t1."score_order", t1."credit_code", t1."name_json", t1."score", t1."titles_kind", t1."titles_status", t1."employments_employees", t1."employments_year", t1."has_portrait", t1."portrait_labels_json", t1."portrait_latest_revenue"
from "listed_members" t1
where t1."town_code" = $1::text and t1."in_library" and t1."town_code" = $2::text and (t1."score_order", t1."credit_code") < ($3::double precision, $4::text)
order by t1."score_order" desc, t1."credit_code" desc
limit 20 + 1)
select (('{"totalCount":' || (coalesce(to_json((select count(*)::int
from "listed_members" t1
where t1."town_code" = $1::text and t1."in_library" and t1."town_code" = $2::text))::text, 'null') || ',"edges":[')) || ((array_to_string(array(select (((('{"cursor":"' || (select replace(encode(v.payload || substr(sha256($5::bytea || v.payload), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t2."score_order")::text, (t2."credit_code")::text, $6::int)::text, 'UTF8') as payload offset 0) v)) || ('","node":{"creditCode":' || to_json(t2."credit_code")::text)) || ((',"name":' || t2."name_json") || (',"score":' || coalesce('"' || t2."score"::text || '"', 'null')))) || (((',"titles":[' || array_to_string(array(select (('{"kind":"' || t3."kind") || ('","status":"' || (t3."status" || '"}')))
from (select unnest(t2."titles_kind") as "kind", unnest(t2."titles_status") as "status"
limit 1000) t3), ',')) || ('],"employments":[' || array_to_string(array(select (('{"year":' || t4."year"::text) || (',"employees":' || (coalesce(t4."employees"::text, 'null') || '}')))
from (select unnest(t2."employments_employees") as "employees", unnest(t2."employments_year") as "year"
limit 1) t4), ','))) || (('],"portrait":' || case when t2."has_portrait" then (('{"labels":' || t2."portrait_labels_json") || (',"latestRevenue":' || (coalesce('"' || t2."portrait_latest_revenue"::text || '"', 'null') || '}'))) else 'null' end) || (',"town":' || (coalesce((select ('{"name":' || (to_json(t5."name")::text || '}'))
from "areas" t5
where t5."code" = $1::text), 'null') || '}}')))))
from (select p.*
from p
order by p."score_order" desc, p."credit_code" desc
limit 20) t2
order by t2."score_order" desc, t2."credit_code" desc), ',') || '],"pageInfo":') || (coalesce(to_json((select row_to_json(o)
from (select (select count(*) > 20
from p) "hasNextPage", (select (select replace(encode(v.payload || substr(sha256($5::bytea || v.payload), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t6."score_order")::text, (t6."credit_code")::text, $6::int)::text, 'UTF8') as payload offset 0) v)
from (select p.*
from p
order by p."score_order" desc, p."credit_code" desc
limit 20) t6
order by t6."score_order" asc, t6."credit_code" asc
limit 1) "endCursor") o))::text, 'null') || '}')))) || '}}'))