select ('{"data":' || (row_to_json(q)::text || '}'))
from (select (select row_to_json(o)
from (select translate(encode(convert_to('Enterprise:' || t1."credit_code"::text, 'UTF8'), 'base64'), E'+/=\n', '-_') "id", t1."name" "name", (select row_to_json(o)
from (select t2."name" "name"
from "areas" t2
where t2."code" = $1::text) o) "town", (select row_to_json(o)
from (select t3."score"::text "score", t3."labels" "labels", array_to_json(array(select row_to_json(r)
from (select t4."label" "label"
from "enterprise_labels" t4
where t4."credit_code" = $2::text and t4."town_code" collate "C" = $1::text
order by t4."label" asc
limit 1000) r)) "labelReasons"
from "portraits" t3
where t3."credit_code" = $2::text and t3."town_code" collate "C" = $1::text) o) "portrait", array_to_json(array(select row_to_json(r)
from (select t5."kind" "kind"
from "titles" t5
where t5."credit_code" = $2::text and t5."town_code" collate "C" = $1::text
order by coalesce(t5."valid_from", '0001-01-01'::date) desc, t5."kind" desc, t5."batch" desc
limit 1000) r)) "titles", array_to_json(array(select row_to_json(r)
from (select t6."year" "year", t6."revenue"::text "revenue"
from "annual_financials" t6
where t6."credit_code" = $2::text and t6."town_code" collate "C" = $1::text
order by t6."year" desc
limit 3) r)) "financials", (select row_to_json(c)
from (select cardinality(x.rows) "totalCount", array_to_json(x.rows[1:5]) "edges"
from (select array(select r
from (select o "node"
from (select t8."title" "title"
from (select t7."title", t7."applied_on", t7."right_no"
from "ip_rights" t7
where t7."credit_code" = $2::text and t7."town_code" collate "C" = $1::text
order by coalesce(t7."applied_on", '0001-01-01'::date) desc, t7."right_no" desc) t8) o) r) as rows offset 0) x) c) "ipRights"
from "enterprises" t1
where t1."credit_code" collate "C" = $2::text and t1."town_code" = $1::text) o) "enterprise") q