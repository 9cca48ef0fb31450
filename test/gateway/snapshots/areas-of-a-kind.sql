select ('{"data":' || (row_to_json(q)::text || '}'))
from (select array_to_json(array(select row_to_json(r)
from (select t1."code" "code", (select row_to_json(o)
from (select t2."name" "name"
from "areas" t2
where t2."code" = t1."parent_code") o) "parent"
from "areas" t1
where t1."kind" = $1::text
order by t1."position" asc, t1."code" asc) r)) "areas") q