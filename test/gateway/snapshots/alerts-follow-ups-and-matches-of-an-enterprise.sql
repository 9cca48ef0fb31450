select ('{"data":' || (row_to_json(q)::text || '}'))
from (select (select row_to_json(o)
from (select array_to_json(array(select row_to_json(r)
from (select t2."state" "state"
from "alerts" t2
where t2."credit_code" = $1::text and t2."zone_code" collate "C" = $2::text
order by t2."raised_at" desc, t2."id" desc
limit 1000) r)) "alerts", array_to_json(array(select row_to_json(r)
from (select t3."outcome" "outcome"
from "follow_ups" t3
where t3."credit_code" = $1::text and t3."zone_code" collate "C" = $2::text
order by t3."recorded_at" desc, t3."id" desc
limit 1000) r)) "followUps", array_to_json(array(select row_to_json(r)
from (select t4."occurrence" "occurrence", to_char(t4."left_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') "leftAt", (select row_to_json(o)
from (select t5."id" "code"
from "screenings" t5
where t5."id" = t4."screening_id") o) "screening"
from "matches" t4
where t4."credit_code" = $1::text and t4."zone_code" collate "C" = $2::text
order by t4."matched_at" desc, t4."screening_id" desc, t4."occurrence" desc
limit 1000) r)) "matches"
from "enterprises" t1
where t1."credit_code" collate "C" = $1::text and t1."zone_code" = $2::text) o) "enterprise") q