select ('{"data":' || (row_to_json(q)::text || '}'))
from (select array_to_json(array(select row_to_json(r)
from (select (select row_to_json(o)
from (select t2."name" "name"
from "areas" t2
where t2."code" = t1."area_code") o) "area", t1."in_library" "inLibrary"
from "yearly_reports" t1
where t1."year" = $1::integer
order by t1."area_code" asc) r)) "yearlyReport") q