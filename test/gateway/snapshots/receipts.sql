select row_to_json(q)::text
from (select (select row_to_json(c)
from (select array_to_json(array(select row_to_json(r)
from (select (select row_to_json(o)
from (select t2."level" "level", t2."agreed" "agreed", t2."our_root" "ourRoot", t2."their_signature" "theirSignature") o) "node"
from (select t1."level", t1."agreed", t1."our_root", t1."their_signature", t1."obtained_at", t1."id"
from "agreement_receipts" t1
order by t1."obtained_at" desc, t1."id" desc
limit $1::int) t2) r)) "edges") c) "agreementReceipts") q