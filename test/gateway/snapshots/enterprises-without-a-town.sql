select (('{"data":{"enterprises":{"totalCount":' || coalesce(to_json((select count(*)::int
from "enterprises" t1
where t1."town_method" is null))::text, 'null')) || (',"edges":[' || (array_to_string(array(select (('{"node":{"creditCode":' || to_json(t2."credit_code")::text) || (',"address":' || (coalesce(to_json(t2."address")::text, 'null') || '}}')))
from (select t1."credit_code", t1."address", t1."score_order"
from "enterprises" t1
where t1."town_method" is null
order by t1."score_order" desc, t1."credit_code" desc
limit 20) t2), ',') || ']}}}')))