select row_to_json(q)::text
from (select (select row_to_json(c)
from (select (select count(*)::int
from "title_verifications" t1
where t1."town_code" = $1::text and t1."outcome" = 'MEETS_NOT_APPLIED' and t1."kind" = any($2::text[])) "totalCount", array_to_json(array(select row_to_json(r)
from (select (select row_to_json(o)
from (select t2."kind" "kind", compact_json(t2."details") "details", (select row_to_json(o)
from (select t3."name" "name"
from "enterprises" t3
where t3."credit_code" = t2."credit_code" and t3."town_code" = $1::text) o) "enterprise") o) "node"
from (select t1."kind", t1."details", t1."credit_code"
from "title_verifications" t1
where t1."town_code" = $1::text and t1."outcome" = 'MEETS_NOT_APPLIED' and t1."kind" = any($2::text[])
order by t1."kind" asc, t1."credit_code" asc
limit $3::int) t2) r)) "edges") c) "goldSeeds") q