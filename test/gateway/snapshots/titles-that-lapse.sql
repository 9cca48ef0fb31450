select ('{"data":{"titleVerifications":{"edges":[' || (array_to_string(array(select ('{"node":{"kind":' || (to_json(t2."kind")::text || '}}'))
from (select t1."kind", t1."credit_code"
from "title_verifications" t1
where t1."zone_code" = $1::text and t1."outcome" = any($2::text[])
order by t1."kind" asc, t1."credit_code" asc
limit 20) t2), ',') || ']}}}'))