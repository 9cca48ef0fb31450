select (('{"data":{"sources":{"totalCount":' || coalesce(to_json((select count(*)::int
from "sources" t1))::text, 'null')) || (',"edges":[' || (array_to_string(array(select ((('{"cursor":"' || (select replace(encode(v.payload || substr(sha256($1::bytea || v.payload), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t2."id")::text, $2::int)::text, 'UTF8') as payload offset 0) v)) || ('","node":{"code":' || to_json(t2."id")::text)) || ((',"department":' || to_json(t2."department")::text) || (',"importRuns":[' || (array_to_string(array(select (('{"state":"' || t3."state") || ('","report":' || (coalesce(to_json(case when jsonb_typeof(t3."report") = 'object' then (select row_to_json(o)
from (select t4."read" "read", case when jsonb_typeof(t4."reasons") = 'object' then array_to_json(array(select row_to_json(r)
from (select t5."name" "name", t5."count"::text::numeric "count"
from rows
from (jsonb_each_text(t4."reasons")) as t5(name, count)
order by t5.count::int desc, t5.name) r)) end "reasons", case when jsonb_typeof(t4."held") = 'array' then array_to_json(array(select row_to_json(r)
from (select t6."code" "code"
from rows
from (jsonb_to_recordset(t4."held") as ("code" text, "messageZh" text, "messageEn" text))
with ordinality as t6("code", "messageZh", "messageEn", place)
order by t6.place) r)) end "held", case when jsonb_typeof(t4."times") = 'object' then (select row_to_json(o)
from (select t7."mergingMs" "mergingMs"
from rows
from (jsonb_to_record(t4."times") as ("stagingMs" integer, "checkingMs" integer, "mergingMs" integer)) as t7("stagingMs", "checkingMs", "mergingMs")) o) end "times"
from rows
from (jsonb_to_record(t3."report") as ("dryRun" boolean, "way" text, "sameFileAsRun" text, "releasedBy" text, "columnsAccepted" text, "read" integer, "blank" integer, "quarantined" integer, "repeated" integer, "accepted" integer, "created" integer, "updated" integer, "unchanged" integer, "superseded" integer, "toReview" integer, "unlinked" integer, "withdrawn" integer, "ended" integer, "renamed" integer, "moved" integer, "inZone" integer, "repaired" integer, "reasons" jsonb, "notes" jsonb, "repairs" jsonb, "linked" jsonb, "towns" jsonb, "held" jsonb, "relinked" jsonb, "settled" jsonb, "times" jsonb, "file" jsonb)) as t4("dryRun", "way", "sameFileAsRun", "releasedBy", "columnsAccepted", "read", "blank", "quarantined", "repeated", "accepted", "created", "updated", "unchanged", "superseded", "toReview", "unlinked", "withdrawn", "ended", "renamed", "moved", "inZone", "repaired", "reasons", "notes", "repairs", "linked", "towns", "held", "relinked", "settled", "times", "file")) o) end)::text, 'null') || '}')))
from "import_runs" t3
where t3."source_id" = t2."id"
order by t3."id" desc
limit 1000), ',') || ']}}'))))
from (select t1."id", t1."department"
from "sources" t1
order by t1."id" asc
limit 20) t2), ',') || ']}}}')))