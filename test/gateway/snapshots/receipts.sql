select row_to_json(q)::text
from (select (with p as materialized (select t1.*
from "agreement_receipts" t1
order by t1."obtained_at" desc, t1."id" desc
limit $1::int + 1)
select row_to_json(c)
from (select (select coalesce(json_agg(row_to_json(r)), '[]'::json)
from (select (select row_to_json(o)
from (select t2."level" "level", t2."agreed" "agreed", t2."our_root" "ourRoot", t2."their_signature" "theirSignature") o) "node"
from (select p.*
from p
order by p."obtained_at" desc, p."id" desc
limit $1::int) t2
order by t2."obtained_at" desc, t2."id" desc) r) "edges") c) "agreementReceipts") q