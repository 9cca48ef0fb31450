select ('{"data":{"agreementReceipts":{"edges":[' || (array_to_string(array(select ((('{"node":{"level":' || to_json(t2."level")::text) || (',"agreed":' || t2."agreed"::text)) || ((',"ourRoot":' || to_json(t2."our_root")::text) || (',"theirSignature":' || (coalesce(to_json(t2."their_signature")::text, 'null') || '}}'))))
from (select t1."level", t1."agreed", t1."our_root", t1."their_signature", t1."obtained_at", t1."id"
from "agreement_receipts" t1
order by t1."obtained_at" desc, t1."id" desc
limit 2) t2), ',') || ']}}}'))