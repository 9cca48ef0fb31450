select ('{"data":' || (row_to_json(q)::text || '}'))
from (select array_to_json(array(select row_to_json(r)
from (select t1."in_library" "inLibrary", case when jsonb_typeof(t1."libraries") = 'array' then array_to_json(array(select row_to_json(r)
from (select t2."kind" "kind", t2."entered" "entered"
from rows
from (jsonb_to_recordset(t1."libraries") as ("kind" text, "members" integer, "entered" integer, "left" integer))
with ordinality as t2("kind", "members", "entered", "left", place)
order by t2.place) r)) end "libraries"
from "yearly_reports" t1
where t1."year" = $1::integer and t1."area_code" = $2::text
order by t1."area_code" asc) r)) "yearlyReport") q