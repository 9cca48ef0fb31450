select (('{"linkReviews":{"totalCount":' || coalesce(to_json((select count(*)::int
from "link_reviews" t1
where t1."source_id" = $1::text and t1."state" = $2::text))::text, 'null')) || (',"edges":[' || (array_to_string(array(select (('{"cursor":"' || ((select replace(encode(v.payload || substr(sha256($3::bytea || v.payload), 1, 12), 'base64'), E'\n', '')
from (select convert_to(json_build_array((t2."opened_at")::text, (t2."id")::text, $4::int)::text, 'UTF8') as payload offset 0) v) || '","node":{"groupKey":')) || ((to_json(t2."group_key")::text || ',"candidates":') || (to_json(compact_json(t2."candidates"))::text || '}}')))
from (select t1."opened_at", t1."id", t1."group_key", t1."candidates"
from "link_reviews" t1
where t1."source_id" = $1::text and t1."state" = $2::text and (t1."opened_at", t1."id") < ($5::timestamptz, $6::uuid)
order by t1."opened_at" desc, t1."id" desc
limit $7::int) t2), ',') || ']}}')))