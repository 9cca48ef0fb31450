select ('{"data":' || (row_to_json(q)::text || '}'))
from (select array_to_json(array(select row_to_json(r)
from (select (select row_to_json(o)
from (select t1."name" "name") o) "area", (select s.value::int
from area_statistics s
where s.area_code = t1."code" and s.measure = 'ENTERPRISES' and s.member = 'ALL' and (t1."code" = $1::text or not ((select coalesce(sum(c.value), 0)
from area_statistics c
where c.measure = 'ENTERPRISES' and c.member = s.member and c.area_code = t1."code") - (select coalesce(sum(c.value), 0)
from area_statistics c
where c.measure = 'ENTERPRISES' and c.member = s.member and c.area_code = $1::text) between 1 and 4))) "enterprises", coalesce((select s.figures
from area_statistics s
where s.area_code = t1."code" and s.measure = 'LIBRARY' and s.member = '*' and t1."code" = $1::text), array_to_json(array(select row_to_json(r)
from (select m.member "kind", coalesce(f.n, 0) "count"
from unnest(array['INNOVATIVE', 'SPECIALIZED', 'LITTLE_GIANT', 'EAGLET', 'GAZELLE', 'UNICORN'])
with ordinality m(member, position)
left join (select s.member, s.value::int as n, (t1."code" = $1::text or not ((select coalesce(sum(c.value), 0)
from area_statistics c
where c.measure = 'LIBRARY' and c.member = s.member and c.area_code = t1."code") - (select coalesce(sum(c.value), 0)
from area_statistics c
where c.measure = 'LIBRARY' and c.member = s.member and c.area_code = $1::text) between 1 and 4)) as told
from area_statistics s
where s.area_code = t1."code" and s.measure = 'LIBRARY') f on f.member = m.member
where coalesce(f.told, true)
order by m.position) r))) "libraries", (select s.value::text
from area_statistics s
where s.area_code = t1."code" and s.measure = 'LABEL_COMPLETION' and s.member = 'ALL' and (t1."code" = $1::text or not ((select coalesce(sum(c.value), 0)
from area_statistics c
where c.measure = 'PORTRAITS' and c.member = s.member and c.area_code = t1."code") - (select coalesce(sum(c.value), 0)
from area_statistics c
where c.measure = 'PORTRAITS' and c.member = s.member and c.area_code = $1::text) between 1 and 4))) "labelCompletion"
from "areas" t1
where (t1."code" = $1::text or t1."kind" = 'DISTRICT')
order by t1."position" asc, t1."code" asc) r)) "statistics") q