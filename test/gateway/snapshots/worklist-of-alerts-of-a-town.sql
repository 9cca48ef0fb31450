select (('{"data":{"alerts":{"totalCount":' || coalesce(to_json((select count(*)::int
from "alerts" t1
where t1."town_code" = $1::text and t1."closed_at" is null and t1."state" = any($2::text[])))::text, 'null')) || (',"edges":[' || (array_to_string(array(select (((('{"cursor":"' || (select replace(encode(v.payload || substr(sha256($3::bytea || v.payload), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t2."due_on")::text, (t2."credit_code")::text, (t2."id")::text, $4::int)::text, 'UTF8') as payload offset 0) v)) || ('","node":{"id":' || (coalesce(to_json(translate(encode(convert_to('Alert:' || t2."credit_code"::text || ':' || t2."id"::text, 'UTF8'), 'base64'), E'+/=\n', '-_'))::text, 'null') || ',"state":"'))) || ((t2."state" || '","headline":') || (to_json(t2."headline")::text || (',"figures":' || to_json(compact_json(t2."figures"))::text)))) || (((',"dueOn":"' || t2."due_on"::text) || ('","enterprise":' || (coalesce((select (('{"creditCode":' || to_json(t3."credit_code")::text) || (',"name":' || (to_json(t3."name")::text || '}')))
from "enterprises" t3
where t3."credit_code" = t2."credit_code" and t3."town_code" collate "C" = $1::text), 'null') || ',"screening":'))) || ((coalesce((select ('{"code":' || (to_json(t4."id")::text || '}'))
from "screenings" t4
where t4."id" = t2."screening_id"), 'null') || (',"events":[' || array_to_string(array(select (('{"toState":' || (to_json(t5."to_state")::text || ',"actor":')) || ((to_json(t5."actor")::text || ',"at":"') || (to_char(t5."at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"}')))
from "alert_events" t5
where t5."credit_code" = t2."credit_code" and t5."alert_id" = t2."id" and t5."town_code" collate "C" = $1::text
order by t5."sequence" desc
limit 1000), ','))) || ('],"followUps":[' || (array_to_string(array(select ('{"outcome":"' || (t6."outcome" || '"}'))
from "follow_ups" t6
where t6."credit_code" = t2."credit_code" and t6."alert_id" = t2."id" and t6."town_code" collate "C" = $1::text
order by t6."recorded_at" desc, t6."id" desc
limit 1000), ',') || ']}}')))))
from (select t1."due_on", t1."credit_code", t1."id", t1."state", t1."headline", t1."figures", t1."screening_id"
from "alerts" t1
where t1."town_code" = $1::text and t1."closed_at" is null and t1."state" = any($2::text[]) and (t1."due_on", t1."credit_code", t1."id") > ($5::date, $6::text, $7::uuid)
order by t1."due_on" asc, t1."credit_code" asc, t1."id" asc
limit 20) t2), ',') || ']}}}')))