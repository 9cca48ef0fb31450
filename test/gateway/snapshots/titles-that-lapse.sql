select row_to_json(q)::text
from (select (select row_to_json(c)
from (select array_to_json(array(select row_to_json(r)
from (select (select row_to_json(o)
from (select t2."kind" "kind") o) "node"
from (select t1."kind", t1."credit_code"
from "title_verifications" t1
where t1."zone_code" = $1::text and t1."outcome" = any($2::text[])
order by t1."kind" asc, t1."credit_code" asc
limit $3::int) t2) r)) "edges") c) "titleVerifications") q