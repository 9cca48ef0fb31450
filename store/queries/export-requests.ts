/** Exports that wait for a second person. What is decided stays, with who decided it. */
import type { Tier } from "../../domain/vocabulary.ts";
import type { Pool, PoolClient } from "../pool.ts";

export interface ExportWish {
  readonly subject: string;
  readonly tier: Tier;
  readonly areaCodes: readonly string[];
  readonly document: string;
  /** SHA-256 of the document, in hexadecimal digits. */
  readonly documentHash: string;
  readonly variables: string;
  readonly rows: number;
  readonly reason: string;
}

export interface ExportRequestRow extends ExportWish {
  readonly id: string;
  /** RFC 3339 in UTC. */
  readonly requestedAt: string;
  /** WAITING; EXPIRED when nobody decided in time, or what was confirmed was not done in time. */
  readonly state: "WAITING" | "CONFIRMED" | "REJECTED" | "EXPIRED";
  readonly decidedBy: string | null;
  /** RFC 3339 in UTC; null while open. */
  readonly decidedAt: string | null;
}

/** How long a wish waits, and how long what was confirmed may be done. */
export interface ExportTimes {
  readonly waitDays: number;
  readonly hours: number;
}

/** With $1 the days and $2 the hours of ExportTimes. */
const columns = `id::text as id, subject, tier, area_codes as "areaCodes", document, document_hash as "documentHash", variables, rows, reason,
  to_char(requested_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "requestedAt",
  case when decision is null and requested_at <= now() - make_interval(days => $1) then 'EXPIRED'
    when decision = 'CONFIRMED' and decided_at <= now() - make_interval(hours => $2) then 'EXPIRED'
    else coalesce(decision, 'WAITING') end as state,
  decided_by as "decidedBy", to_char(decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "decidedAt"`;

export async function insertExportRequest(pool: Pool, wish: ExportWish): Promise<string> {
  const { subject, tier, areaCodes, document, documentHash, variables, rows, reason } = wish;
  const { rows: written } = await pool.query<{ id: string }>(
    `/* export-request:insert */ insert into export_requests (subject, tier, area_codes, document, document_hash, variables, rows, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id::text as id`,
    [subject, tier, areaCodes, document, documentHash, variables, rows, reason],
  );
  return written[0]?.id ?? "";
}

/** Those of the last weeks, newest first. */
export async function listExportRequests(
  pool: Pool,
  { waitDays, hours }: ExportTimes,
): Promise<readonly ExportRequestRow[]> {
  const { rows } = await pool.query<ExportRequestRow>(
    `/* export-request:list */ select ${columns} from export_requests
     where requested_at > now() - make_interval(days => $1) * 4 order by requested_at desc, id limit 500`,
    [waitDays, hours],
  );
  return rows;
}

/** @param lock until the transaction ends, so that it is decided once. */
export async function findExportRequest(
  client: Pool | PoolClient,
  id: string,
  { waitDays, hours }: ExportTimes,
  lock: "for update" | "" = "",
): Promise<ExportRequestRow | undefined> {
  const { rows } = await client.query<ExportRequestRow>(
    `/* export-request:find */ select ${columns} from export_requests where id::text = $3 ${lock}`,
    [waitDays, hours, id],
  );
  return rows[0];
}

export async function decideExportRequest(
  client: PoolClient,
  id: string,
  { decision, by }: { readonly decision: "CONFIRMED" | "REJECTED"; readonly by: string },
): Promise<void> {
  await client.query(
    "/* export-request:decide */ update export_requests set decision = $2, decided_by = $3, decided_at = now() where id::text = $1",
    [id, decision, by],
  );
}
