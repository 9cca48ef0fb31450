select row_to_json(q)::text
from (select (select row_to_json(c)
from (select (select count(*)::int
from "library_memberships" t1
where t1."entered_on" <= $1::date and (t1."exited_on" is null or t1."exited_on" > $1::date) and t1."library_kind" = any($2::text[])) "totalCount", array_to_json(array(select row_to_json(r)
from (select (select row_to_json(o)
from (select t2."entered_on"::text "enteredOn", (select row_to_json(o)
from (select t3."name" "name"
from "enterprises" t3
where t3."credit_code" = t2."credit_code") o) "enterprise") o) "node"
from (select t1."entered_on", t1."credit_code", t1."library_kind"
from "library_memberships" t1
where t1."entered_on" <= $1::date and (t1."exited_on" is null or t1."exited_on" > $1::date) and t1."library_kind" = any($2::text[])
order by t1."entered_on" desc, t1."library_kind" desc, t1."credit_code" desc
limit $3::int) t2) r)) "edges") c) "libraryMembers") q