select row_to_json(q)::text
from (select (with p as materialized (select t1.*
from "bases" t1
where t1."town_code" = $1::text
order by t1."base_no" asc, t1."credit_code" asc
limit $2::int + 1)
select row_to_json(c)
from (select (select coalesce(json_agg(row_to_json(r)), '[]'::json)
from (select (select row_to_json(o)
from (select t2."base_no" "baseNo", t2."name" "name") o) "node"
from (select p.*
from p
order by p."base_no" asc, p."credit_code" asc
limit $2::int) t2
order by t2."base_no" asc, t2."credit_code" asc) r) "edges") c) "bases") q