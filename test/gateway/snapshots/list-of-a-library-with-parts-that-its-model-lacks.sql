select ('{"data":{"enterprises":{"edges":[' || (array_to_string(array(select (('{"node":{"name":' || (t2."name_json" || ',"titles":[')) || ((array_to_string(array(select (('{"kind":"' || t3."kind") || ('","updatedAt":"' || (to_char(t3."updated_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '"}')))
from "titles" t3
where t3."credit_code" = t2."credit_code"
order by coalesce(t3."valid_from", '0001-01-01'::date) desc, t3."kind" desc, t3."batch" desc
limit 1000), ',') || '],"portrait":') || (coalesce((select ('{"explanation":' || (to_json(t4."explanation")::text || '}'))
from "portraits" t4
where t4."credit_code" = t2."credit_code"), 'null') || '}}')))
from (select t1."name_json", t1."credit_code", t1."score_order"
from "listed_members" t1
where t1."in_library" and t1."library_kinds" @> array[$1::text]
order by t1."score_order" desc, t1."credit_code" desc
limit 5) t2), ',') || ']}}}'))