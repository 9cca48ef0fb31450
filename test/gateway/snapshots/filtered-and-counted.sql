select ('{"data":' || (row_to_json(q)::text || '}'))
from (select (select row_to_json(o)
from (select (select count(*)::int
from "enterprises" t1
where t1."town_code" = $1::text and t1."library_kinds" @> array[$2::text] and (t1."name_grams" @>> name_grams($3::varchar) and t1."name" like '%' || $4::text || '%') and ((t1."in_library") or (not (t1."score" >= $5::numeric)))) "totalCount") o) "enterprises") q