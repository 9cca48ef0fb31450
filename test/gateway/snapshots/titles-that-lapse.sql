select row_to_json(q)::text
from (select (with p as materialized (select t1.*
from "title_verifications" t1
where t1."zone_code" = $1::text and t1."outcome" = any($2::text[])
order by t1."kind" asc, t1."credit_code" asc
limit $3::int + 1)
select row_to_json(c)
from (select (select coalesce(json_agg(row_to_json(r)), '[]'::json)
from (select (select row_to_json(o)
from (select t2."kind" "kind") o) "node"
from (select p.*
from p
order by p."kind" asc, p."credit_code" asc
limit $3::int) t2
order by t2."kind" asc, t2."credit_code" asc) r) "edges") c) "titleVerifications") q