select row_to_json(q)::text
from (select (select coalesce(json_agg(row_to_json(r)), '[]'::json)
from (select t1."id" "packId"
from "criteria_packs" t1
where t1."superseded_at" is null
order by t1."id" asc) r) "criteriaPacks", (select coalesce(json_agg(row_to_json(r)), '[]'::json)
from (select t2."id" "indicatorId"
from "indicators" t2
order by t2."id" asc) r) "indicators") q