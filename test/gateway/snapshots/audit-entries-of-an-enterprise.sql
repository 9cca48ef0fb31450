select row_to_json(q)::text
from (select (with p as materialized (select t1."sequence", t1."at", t1."actor", t1."action", t1."outcome", t1."fields", t1."credit_codes", t1."digest"
from "audit_entries" t1
order by t1."sequence" desc
limit $1::int + 1)
select row_to_json(c)
from (select (select count(*)::int
from "audit_entries" t1) "totalCount", array_to_json(array(select row_to_json(r)
from (select (select replace(encode(v.payload || substr(sha256($2::bytea || sha256($3::bytea || convert_to($4::text, 'UTF8') || v.payload)), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t2."sequence")::text)::text, 'UTF8') as payload) v) "cursor", (select row_to_json(o)
from (select t2."sequence"::text "sequence", to_char(t2."at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') "at", t2."actor" "actor", t2."action" "action", t2."outcome" "outcome", t2."fields" "fields", t2."credit_codes" "creditCodes", t2."digest" "digest") o) "node"
from (select p.*
from p
order by p."sequence" desc
limit $1::int) t2
order by t2."sequence" desc) r)) "edges", (select row_to_json(o)
from (select (select count(*) > $1::int
from p) "hasNextPage", (select (select replace(encode(v.payload || substr(sha256($2::bytea || sha256($3::bytea || convert_to($4::text, 'UTF8') || v.payload)), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t3."sequence")::text)::text, 'UTF8') as payload) v)
from (select p.*
from p
order by p."sequence" desc
limit $1::int) t3
order by t3."sequence" asc
limit 1) "endCursor") o) "pageInfo") c) "auditEntries") q