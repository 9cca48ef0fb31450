select ('{"data":' || (row_to_json(q)::text || '}'))
from (select (select row_to_json(o)
from (select translate(encode(convert_to('Enterprise:' || t1."credit_code"::text, 'UTF8'), 'base64'), E'+/=\n', '-_') "id", t1."name" "name"
from "enterprises" t1
where t1."credit_code" collate "C" = $1::text and t1."town_code" = $2::text) o) "node") q