select ('{"data":{"bases":{"edges":[' || (array_to_string(array(select (('{"node":{"baseNo":' || to_json(t2."base_no")::text) || (',"name":' || (to_json(t2."name")::text || '}}')))
from (select t1."base_no", t1."name", t1."credit_code"
from "bases" t1
where t1."town_code" = $1::text
order by t1."base_no" asc, t1."credit_code" asc
limit 5) t2), ',') || ']}}}'))