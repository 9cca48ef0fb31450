select row_to_json(q)::text
from (select (select row_to_json(c)
from (select array_to_json(array(select row_to_json(r)
from (select (select row_to_json(o)
from (select t2."base_no" "baseNo", t2."name" "name") o) "node"
from (select t1."base_no", t1."name", t1."credit_code"
from "bases" t1
where t1."town_code" = $1::text
order by t1."base_no" asc, t1."credit_code" asc
limit $2::int) t2) r)) "edges") c) "bases") q