/** Rows that could not be taken in: listed, streamed out to be mended, and closed when a later run settles them. */
import type { Pool, PoolClient } from "../pool.ts";

export interface QuarantineEntry {
  /** Decimal digits of a bigint. */
  readonly runId: string;
  readonly line: number;
  readonly sourceId: string;
  readonly raw: Readonly<Record<string, string | null>>;
  readonly reasons: readonly QuarantineReason[];
  /** ISO 8601, UTC. */
  readonly quarantinedAt: string;
  /** Null while it is open. */
  readonly resolution: string | null;
}

export interface QuarantineReason {
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly messageZh: string;
  readonly messageEn: string;
}

export interface QuarantineFilter {
  readonly sourceId?: string | undefined;
  readonly runId?: string | undefined;
  /** Resolved rows too. */
  readonly all?: boolean | undefined;
}

const pageSize = 1_000;

/** Every row that fits, in the order of run and line, read page by page. */
export async function* readQuarantine(
  pool: Pool,
  filter: QuarantineFilter,
): AsyncGenerator<QuarantineEntry, void, undefined> {
  let after: readonly [string, number] = ["0", 0];
  for (;;) {
    const { rows } = await pool.query<QuarantineEntry>(
      `/* store:quarantine-page */ select import_run_id::text as "runId", line, source_id as "sourceId", raw, reasons,
        to_char(quarantined_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "quarantinedAt", resolution
      from quarantined_rows where ($1::text is null or source_id = $1) and ($2::bigint is null or import_run_id = $2)
        and ($3 or resolved_at is null) and (import_run_id, line) > ($4::bigint, $5::int)
      order by import_run_id, line limit $6`,
      [
        filter.sourceId ?? null,
        filter.runId ?? null,
        filter.all ?? false,
        after[0],
        after[1],
        pageSize,
      ],
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    after = [last.runId, last.line];
  }
}

export async function countQuarantinedRows(pool: Pool, filter: QuarantineFilter): Promise<number> {
  const { rows } = await pool.query<{ rows: number }>(
    `/* store:quarantine-rows */ select count(*)::int as rows from quarantined_rows
     where ($1::text is null or source_id = $1) and ($2::bigint is null or import_run_id = $2) and ($3 or resolved_at is null)`,
    [filter.sourceId ?? null, filter.runId ?? null, filter.all ?? false],
  );
  return rows[0]?.rows ?? 0;
}

export interface QuarantineCount {
  readonly sourceId: string;
  readonly runId: string;
  readonly code: string;
  readonly column: string;
  readonly rows: number;
}

/** Open rows by run, reason and column; a row with two reasons counts under both. */
export async function countQuarantine(
  pool: Pool,
  filter: QuarantineFilter,
): Promise<readonly QuarantineCount[]> {
  const { rows } = await pool.query<QuarantineCount>(
    `/* store:quarantine-count */ select source_id as "sourceId", import_run_id::text as "runId", r.code, r."column",
      count(*)::int as rows
    from quarantined_rows cross join lateral jsonb_to_recordset(reasons) as r(code text, "column" text)
    where ($1::text is null or source_id = $1) and ($2::bigint is null or import_run_id = $2)
      and ($3 or resolved_at is null)
    group by source_id, import_run_id, r.code, r."column" order by import_run_id desc, rows desc, r.code`,
    [filter.sourceId ?? null, filter.runId ?? null, filter.all ?? false],
  );
  return rows;
}

export interface Settlement {
  readonly runId: string;
  readonly sourceId: string;
  /** Header of the key column, under which quarantined rows hold their key as read. */
  readonly keyHeader: string;
  /** Header of the column with the tickets of an exported file; null when the file had none. */
  readonly ticketHeader: string | null;
}

export interface Settled {
  /** Rows sent back mended, and accepted. */
  readonly mended: number;
  /** Rows whose key came with a record that was accepted. */
  readonly superseded: number;
  /** Rows that were sent again as they are: the newer entry stands for them. */
  readonly repeated: number;
}

/** Closes older quarantined rows of the source that this run has settled. Staged rows must still be there. */
export async function settleQuarantine(client: PoolClient, by: Settlement): Promise<Settled> {
  const mended = by.ticketHeader === null ? 0 : await settleTickets(client, by, by.ticketHeader);
  const repeated = await client.query(
    `/* store:quarantine-repeated */ update quarantined_rows o set resolved_at = now(), resolution = 'REPEATED:' || $1::text
    where o.source_id = $2 and o.import_run_id < $1::text::bigint and o.resolved_at is null and exists (
      select from quarantined_rows n where n.import_run_id = $1::text::bigint and n.raw = o.raw)`,
    [by.runId, by.sourceId],
  );
  const superseded = await client.query(
    `/* store:quarantine-superseded */ update quarantined_rows o set resolved_at = now(), resolution = 'SUPERSEDED:' || $1::text
    where o.source_id = $2 and o.import_run_id < $1::text::bigint and o.resolved_at is null and exists (
      select from staged_records s where s.import_run_id = $1::text::bigint and s.outcome is null
        and s.record_key = regexp_replace(upper(o.raw ->> $3), '[^0-9A-Z]', '', 'g'))`,
    [by.runId, by.sourceId, by.keyHeader],
  );
  return { mended, repeated: repeated.rowCount ?? 0, superseded: superseded.rowCount ?? 0 };
}

/** A ticket is `run-line` of the quarantined row. A mended row that failed again is replaced by its new entry. */
async function settleTickets(client: PoolClient, by: Settlement, header: string): Promise<number> {
  const { rows } = await client.query<{ mended: number }>(
    `/* store:quarantine-mended */ with answers as (
      select raw::json ->> $3 as ticket, true as accepted from staged_records where import_run_id = $1::text::bigint
      union all select raw ->> $3, false from quarantined_rows where import_run_id = $1::text::bigint
    ), closed as (
      update quarantined_rows o set resolved_at = now(),
        resolution = case when a.accepted then 'MENDED:' else 'REPLACED:' end || $1::text
      from answers a where o.source_id = $2 and o.resolved_at is null and o.import_run_id < $1::text::bigint
        and a.ticket = o.import_run_id || '-' || o.line
      returning a.accepted
    ) select count(*) filter (where accepted)::int as mended from closed`,
    [by.runId, by.sourceId, header],
  );
  return rows[0]?.mended ?? 0;
}
