select ('{"data":' || (row_to_json(q)::text || '}'))
from (select (select row_to_json(o)
from (select array_to_json(array(select row_to_json(r)
from (select t2."verdict" "verdict", (select row_to_json(o)
from (select t3."name_zh" "nameZh"
from "criteria_packs" t3
where t3."id" = $1::text and t3."version" = t2."pack_version") o) "pack", case when jsonb_typeof(t2."ways_to_pass") = 'array' then array_to_json(array(select row_to_json(r)
from (select t4."sentence" "sentence", case when jsonb_typeof(t4."changes") = 'array' then array_to_json(array(select row_to_json(r)
from (select t5."input" "input", t5."by"::text "by"
from rows
from (jsonb_to_recordset(t4."changes") as ("input" text, "from" jsonb, "to" jsonb, "by" numeric, "unit" text, "item" text, "points" numeric))
with ordinality as t5("input", "from", "to", "by", "unit", "item", "points", place)
order by t5.place) r)) end "changes"
from rows
from (jsonb_to_recordset(t2."ways_to_pass") as ("sentence" text, "changes" jsonb))
with ordinality as t4("sentence", "changes", place)
order by t4.place) r)) end "waysToPass"
from "assessments" t2
where t2."credit_code" = $2::text and t2."town_code" collate "C" = $3::text and t2."pack_id" = $1::text and t2."as_of" <= $4::date and (t2."superseded_on" is null or t2."superseded_on" > $4::date)
order by t2."pack_id" asc
limit 1000) r)) "assessments", array_to_json(array(select row_to_json(r)
from (select t6."verdict" "verdict"
from "assessments" t6
where t6."credit_code" = $2::text and t6."town_code" collate "C" = $3::text
order by t6."assessed_at" desc, t6."revision" desc, t6."pack_id" desc
limit 20) r)) "assessmentHistory", array_to_json(array(select row_to_json(r)
from (select t7."outcome" "outcome"
from "title_verifications" t7
where t7."credit_code" = $2::text and t7."town_code" collate "C" = $3::text
order by t7."kind" asc
limit 1000) r)) "verifications", array_to_json(array(select row_to_json(r)
from (select t8."kind" "kind"
from "title_claims" t8
where t8."credit_code" = $2::text and t8."town_code" collate "C" = $3::text
order by t8."kind" asc
limit 1000) r)) "titleClaims", array_to_json(array(select row_to_json(r)
from (select t9."library_kind" "libraryKind"
from "library_memberships" t9
where t9."credit_code" = $2::text and t9."town_code" collate "C" = $3::text and t9."entered_on" <= $4::date and (t9."exited_on" is null or t9."exited_on" > $4::date)
order by t9."entered_on" desc, t9."library_kind" desc
limit 1000) r)) "libraries", (select row_to_json(o)
from (select case when jsonb_typeof(t10."score_parts") = 'array' then array_to_json(array(select row_to_json(r)
from (select t11."nameZh" "nameZh", t11."percentile" "percentile"
from rows
from (jsonb_to_recordset(t10."score_parts") as ("part" text, "nameZh" text, "value" numeric, "unit" text, "weight" numeric, "share" numeric, "contribution" numeric, "peers" integer, "percentile" integer))
with ordinality as t11("part", "nameZh", "value", "unit", "weight", "share", "contribution", "peers", "percentile", place)
order by t11.place) r)) end "parts"
from "portraits" t10
where t10."credit_code" = $2::text and t10."town_code" collate "C" = $3::text) o) "portrait"
from "enterprises" t1
where t1."credit_code" collate "C" = $2::text and t1."town_code" = $3::text) o) "enterprise") q