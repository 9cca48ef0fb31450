select ('{"data":' || (row_to_json(q)::text || '}'))
from (select array_to_json(array(select row_to_json(r)
from (select t1."id" "packId"
from "criteria_packs" t1
where t1."superseded_at" is null
order by t1."id" asc) r)) "criteriaPacks", array_to_json(array(select row_to_json(r)
from (select t2."id" "indicatorId"
from "indicators" t2
order by t2."id" asc) r)) "indicators") q