select row_to_json(q)::text
from (select (select row_to_json(c)
from (select (select count(*)::int
from "enterprises" t1
where t1."town_method" is null) "totalCount", array_to_json(array(select row_to_json(r)
from (select (select row_to_json(o)
from (select t2."credit_code" "creditCode", t2."address" "address") o) "node"
from (select t1."credit_code", t1."address", t1."score_order"
from "enterprises" t1
where t1."town_method" is null
order by t1."score_order" desc, t1."credit_code" desc
limit $1::int) t2) r)) "edges") c) "enterprises") q