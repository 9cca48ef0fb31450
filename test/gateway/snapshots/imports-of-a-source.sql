select (('{"data":{"importRuns":{"totalCount":' || coalesce(to_json((select count(*)::int
from "import_runs" t1))::text, 'null')) || (',"edges":[' || (array_to_string(array(select ((('{"cursor":"' || (select replace(encode(v.payload || substr(sha256($1::bytea || v.payload), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t2."id")::text, $2::int)::text, 'UTF8') as payload offset 0) v)) || ('","node":{"source":' || (to_json(t2."source_id")::text || ',"state":"'))) || ((t2."state" || ('","startedAt":"' || to_char(t2."started_at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) || ('","report":' || (coalesce(to_json(case when jsonb_typeof(t2."report") = 'object' then (select row_to_json(o)
from (select t3."read" "read", t3."created" "created", t3."quarantined" "quarantined", case when jsonb_typeof(t3."linked") = 'object' then array_to_json(array(select row_to_json(r)
from (select t4."name" "name", t4."count"::text::numeric "count"
from rows
from (jsonb_each_text(t3."linked")) as t4(name, count)
order by t4.count::int desc, t4.name) r)) end "linked", case when jsonb_typeof(t3."file") = 'object' then (select row_to_json(o)
from (select t5."lines" "lines", compact_json(t5."unknownColumns") "unknownColumns"
from rows
from (jsonb_to_record(t3."file") as ("lines" integer, "sheet" text, "delimiter" text, "headerLine" integer, "unknownColumns" jsonb, "absentColumns" jsonb)) as t5("lines", "sheet", "delimiter", "headerLine", "unknownColumns", "absentColumns")) o) end "file"
from rows
from (jsonb_to_record(t2."report") as ("dryRun" boolean, "way" text, "sameFileAsRun" text, "releasedBy" text, "columnsAccepted" text, "read" integer, "blank" integer, "quarantined" integer, "repeated" integer, "accepted" integer, "created" integer, "updated" integer, "unchanged" integer, "superseded" integer, "toReview" integer, "unlinked" integer, "withdrawn" integer, "ended" integer, "renamed" integer, "moved" integer, "inZone" integer, "repaired" integer, "reasons" jsonb, "notes" jsonb, "repairs" jsonb, "linked" jsonb, "towns" jsonb, "held" jsonb, "relinked" jsonb, "settled" jsonb, "times" jsonb, "file" jsonb)) as t3("dryRun", "way", "sameFileAsRun", "releasedBy", "columnsAccepted", "read", "blank", "quarantined", "repeated", "accepted", "created", "updated", "unchanged", "superseded", "toReview", "unlinked", "withdrawn", "ended", "renamed", "moved", "inZone", "repaired", "reasons", "notes", "repairs", "linked", "towns", "held", "relinked", "settled", "times", "file")) o) end)::text, 'null') || '}}'))))
from (select t1."id", t1."source_id", t1."state", t1."started_at", t1."report"
from "import_runs" t1
where (t1."id") < ($3::bigint)
order by t1."id" desc
limit 20) t2), ',') || ']}}}')))