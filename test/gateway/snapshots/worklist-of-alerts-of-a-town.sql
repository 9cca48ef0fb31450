select row_to_json(q)::text
from (select (select row_to_json(c)
from (select (select count(*)::int
from "alerts" t1
where t1."town_code" = $1::text and t1."closed_at" is null and t1."state" = any($2::text[])) "totalCount", array_to_json(array(select row_to_json(r)
from (select (select replace(encode(v.payload || substr(sha256($3::bytea || sha256($4::bytea || convert_to($5::text, 'UTF8') || v.payload)), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t2."due_on")::text, (t2."credit_code")::text, (t2."id")::text)::text, 'UTF8') as payload) v) "cursor", (select row_to_json(o)
from (select translate(encode(convert_to('Alert:' || t2."credit_code"::text || ':' || t2."id"::text, 'UTF8'), 'base64'), E'+/=\n', '-_') "id", t2."state" "state", t2."headline" "headline", compact_json(t2."figures") "figures", t2."due_on"::text "dueOn", (select row_to_json(o)
from (select t3."credit_code" "creditCode", t3."name" "name"
from "enterprises" t3
where t3."credit_code" = t2."credit_code" and t3."town_code" = $1::text) o) "enterprise", (select row_to_json(o)
from (select t4."id" "code"
from "screenings" t4
where t4."id" = t2."screening_id") o) "screening", array_to_json(array(select row_to_json(r)
from (select t5."to_state" "toState", t5."actor" "actor", to_char(t5."at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') "at"
from "alert_events" t5
where t5."credit_code" = t2."credit_code" and t5."alert_id" = t2."id" and t5."town_code" = $1::text
order by t5."sequence" desc
limit 1000) r)) "events", array_to_json(array(select row_to_json(r)
from (select t6."outcome" "outcome"
from "follow_ups" t6
where t6."credit_code" = t2."credit_code" and t6."alert_id" = t2."id" and t6."town_code" = $1::text
order by t6."recorded_at" desc, t6."id" desc
limit 1000) r)) "followUps") o) "node"
from (select t1."due_on", t1."credit_code", t1."id", t1."state", t1."headline", t1."figures", t1."screening_id"
from "alerts" t1
where t1."town_code" = $1::text and t1."closed_at" is null and t1."state" = any($2::text[]) and (t1."due_on", t1."credit_code", t1."id") > ($6::date, $7::text, $8::uuid)
order by t1."due_on" asc, t1."credit_code" asc, t1."id" asc
limit $9::int) t2) r)) "edges") c) "alerts") q