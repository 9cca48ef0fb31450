select ('{"data":' || (row_to_json(q)::text || '}'))
from (select (select row_to_json(o)
from (select t1."name" "name", case when length(t1."contact_phone") >= 11 then left(t1."contact_phone", 3) || '****' || right(t1."contact_phone", 4) else repeat('*', greatest(length(t1."contact_phone") - 2, 1)) || right(t1."contact_phone", 2) end "contactPhone", (select row_to_json(o)
from (select t2."score"::text "score"
from "portraits" t2
where t2."credit_code" = $1::text) o) "portrait"
from "enterprises" t1
where t1."credit_code" = $1::text) o) "enterprise") q