select ('{"data":{"auditEntries":' || ((with p as materialized (select t1."sequence", t1."at", t1."actor", t1."action", t1."outcome", t1."fields", t1."credit_codes", t1."digest"
from "audit_entries" t1
order by t1."sequence" desc
limit 20 + 1)
select (('{"totalCount":' || (coalesce(to_json((select count(*)::int
from "audit_entries" t1))::text, 'null') || ',"edges":[')) || ((array_to_string(array(select (((('{"cursor":"' || (select replace(encode(v.payload || substr(sha256($1::bytea || v.payload), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t2."sequence")::text, $2::int)::text, 'UTF8') as payload offset 0) v)) || ('","node":{"sequence":"' || t2."sequence"::text)) || (('","at":"' || to_char(t2."at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) || ('","actor":' || (to_json(t2."actor")::text || ',"action":')))) || (((to_json(t2."action")::text || ',"outcome":"') || (t2."outcome" || ('","fields":' || coalesce(to_json(t2."fields")::text, 'null')))) || ((',"creditCodes":' || coalesce(to_json(t2."credit_codes")::text, 'null')) || (',"digest":' || (to_json(t2."digest")::text || '}}')))))
from (select p.*
from p
order by p."sequence" desc
limit 20) t2
order by t2."sequence" desc), ',') || '],"pageInfo":') || (coalesce(to_json((select row_to_json(o)
from (select (select count(*) > 20
from p) "hasNextPage", (select (select replace(encode(v.payload || substr(sha256($1::bytea || v.payload), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t3."sequence")::text, $2::int)::text, 'UTF8') as payload offset 0) v)
from (select p.*
from p
order by p."sequence" desc
limit 20) t3
order by t3."sequence" asc
limit 1) "endCursor") o))::text, 'null') || '}')))) || '}}'))