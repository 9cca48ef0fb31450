select (('{"data":{"alerts":{"totalCount":' || coalesce(to_json((select count(*)::int
from "alerts" t1
where t1."due_on" <= $1::date and t1."escalated_at" is not null and t1."level" = any($2::text[]) and t1."raised_at" >= $3::timestamptz and t1."raised_at" <= $4::timestamptz))::text, 'null')) || (',"edges":[' || (array_to_string(array(select (('{"cursor":"' || ((select replace(encode(v.payload || substr(sha256($5::bytea || v.payload), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t2."raised_at")::text, (t2."credit_code")::text, (t2."id")::text, $6::int)::text, 'UTF8') as payload offset 0) v) || '","node":{"id":')) || ((coalesce(to_json(translate(encode(convert_to('Alert:' || t2."credit_code"::text || ':' || t2."id"::text, 'UTF8'), 'base64'), E'+/=\n', '-_'))::text, 'null') || ',"handler":"') || (t2."handler" || '"}}')))
from (select t1."raised_at", t1."credit_code", t1."id", t1."handler"
from "alerts" t1
where t1."due_on" <= $1::date and t1."escalated_at" is not null and t1."level" = any($2::text[]) and t1."raised_at" >= $3::timestamptz and t1."raised_at" <= $4::timestamptz and (t1."raised_at", t1."credit_code", t1."id") < ($7::timestamptz, $8::text, $9::uuid)
order by t1."raised_at" desc, t1."credit_code" desc, t1."id" desc
limit 20) t2), ',') || ']}}}')))