/** Reads the audit in the order of its chain, in pages, as the entries from which digests are made. */
import type { AuditCategory, AuditOutcome } from "../../domain/audit-event.ts";
import type { Pool } from "../pool.ts";
import type { ChainedEntry } from "./entry-digest.ts";

export interface StoredEntry extends ChainedEntry {
  readonly digest: string;
}

export interface AuditFilter {
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly category?: AuditCategory | undefined;
  readonly outcome?: AuditOutcome | undefined;
  readonly requestId?: string | undefined;
  /** Pages of one export: the id in the last line of its file. */
  readonly exportId?: string | undefined;
  readonly creditCode?: string | undefined;
  /** First instant, inclusive. */
  readonly from?: string | undefined;
  /** Last instant, exclusive. */
  readonly to?: string | undefined;
  /** Sequence after which to begin. */
  readonly after?: string | undefined;
}

const pageSize = 5_000;

/** Microseconds are read although milliseconds are written: a change below the millisecond is a change. */
const columns = `sequence::text as sequence, regexp_replace(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '000Z$', 'Z') as at,
  actor, on_behalf_of as "onBehalfOf", tier, purpose, category, action, outcome, operation_hash as "operationHash", fields,
  row_count as "rowCount", refused_fields as "refusedFields", credit_codes as "creditCodes", policy_version as "policyVersion",
  request_id as "requestId", details, previous_digest as "previousDigest", digest`;

const pageQuery = `/* audit:read */ select ${columns} from audit_entries
where sequence > $1::bigint and ($2::text is null or actor = $2 or on_behalf_of = $2) and ($3::text is null or action = $3)
  and ($4::text is null or category = $4) and ($5::text is null or outcome = $5) and ($6::text is null or request_id = $6)
  and ($7::text is null or credit_codes @> array[$7::text]) and ($8::timestamptz is null or at >= $8) and ($9::timestamptz is null or at < $9)
  and ($10::text is null or action = 'graph.export' and details ->> 'export' = $10)
order by audit_entries.sequence limit $11`;

/** @param limit entries at most; all when left out. */
export async function* readAudit(
  pool: Pool,
  filter: AuditFilter = {},
  limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<StoredEntry> {
  let after = filter.after ?? "0";
  for (let left = limit; left > 0;) {
    const { actor, action, category, outcome, requestId, creditCode, from, to, exportId } = filter;
    const size = Math.min(pageSize, left);
    const { rows } = await pool.query<StoredEntry>(pageQuery, [
      after,
      ...[actor, action, category, outcome, requestId, creditCode, from, to, exportId].map(
        (value) => value ?? null,
      ),
      size,
    ]);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    after = last.sequence;
    left -= rows.length;
  }
}
