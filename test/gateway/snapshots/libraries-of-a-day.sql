select ('{"data":' || (row_to_json(q)::text || '}'))
from (select array_to_json(array(select row_to_json(r)
from (select m.member "kind", coalesce(f.n, 0) "count"
from unnest(array['INNOVATIVE', 'SPECIALIZED', 'LITTLE_GIANT', 'EAGLET', 'GAZELLE', 'UNICORN'])
with ordinality m(member, position)
left join (select t1."library_kind" as member, count(*)::int as n
from "library_memberships" t1
where t1."entered_on" <= $1::date and (t1."exited_on" is null or t1."exited_on" > $1::date) and t1."town_code" = $2::text group by t1."library_kind") f on f.member = m.member
where true
order by m.position) r)) "libraries") q