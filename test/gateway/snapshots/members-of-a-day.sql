select (('{"data":{"libraryMembers":{"totalCount":' || coalesce(to_json((select count(*)::int
from "library_memberships" t1
where t1."entered_on" <= $1::date and (t1."exited_on" is null or t1."exited_on" > $1::date) and t1."library_kind" = any($2::text[])))::text, 'null')) || (',"edges":[' || (array_to_string(array(select (('{"node":{"enteredOn":"' || t2."entered_on"::text) || ('","enterprise":' || (coalesce((select ('{"name":' || (to_json(t3."name")::text || '}'))
from "enterprises" t3
where t3."credit_code" = t2."credit_code"), 'null') || '}}')))
from (select t1."entered_on", t1."credit_code", t1."library_kind"
from "library_memberships" t1
where t1."entered_on" <= $1::date and (t1."exited_on" is null or t1."exited_on" > $1::date) and t1."library_kind" = any($2::text[])
order by t1."entered_on" desc, t1."library_kind" desc, t1."credit_code" desc
limit 5) t2), ',') || ']}}}')))