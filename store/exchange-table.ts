/**
 * Reads a table of somebody else's PostgreSQL (an exchange database, 前置库) behind a column that only grows. The one
 * reader there is today; another kind of database would be another function of this form.
 */
import pg from "pg";

import { GoldseedError } from "../domain/errors.ts";
import { inTransaction } from "./transaction.ts";
import { openPool, type PoolClient } from "./pool.ts";

export interface ExchangeTable {
  readonly url: string;
  readonly schema: string;
  readonly table: string;
  readonly cursor: string;
  /** Units of a number, seconds of a time. */
  readonly overlap: number;
  readonly limit: number;
}

export interface ExchangeReading {
  readonly rows: number;
  /** The greatest value read, as text; the given one when there was no row. */
  readonly last: string | null;
}

const fetchRows = 2_000;
const timeType = /^(timestamp|date)/;
const numberType = /^(smallint|integer|bigint|numeric)/;

/**
 * Hands over each row as JSON text, numbers exact, in the order of the cursor column, from `after` less the overlap.
 * One snapshot: the table may be written to meanwhile.
 *
 * @throws GoldseedError SOURCE_UNAVAILABLE when it cannot be reached, SOURCE_FAULTY for a missing table or column.
 */
export async function readExchangeTable(
  table: ExchangeTable,
  after: string | null,
  take: (line: string) => Promise<void>,
): Promise<ExchangeReading> {
  const pool = openPool({
    url: table.url,
    name: "goldseed intake",
    max: 1,
    statementTimeoutMs: 600_000,
    connectionTimeoutMs: 10_000,
  });
  try {
    return await inTransaction(
      pool,
      async (client) => {
        await client.query("set transaction read only");
        const type = await cursorType(client, table);
        return await readRows(client, { table, type, after }, take);
      },
      { isolation: "repeatable read", statementTimeoutMs: 600_000 },
    );
  } catch (error) {
    throw error instanceof GoldseedError ? error : unavailable(table, error);
  } finally {
    await pool.end();
  }
}

async function cursorType(client: PoolClient, table: ExchangeTable): Promise<string> {
  const { rows } = await client.query<{ type: string }>(
    `/* exchange:cursor-type */ select format_type(a.atttypid, null) as type from pg_attribute a
      join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = $1 and c.relname = $2 and a.attname = $3 and a.attnum > 0 and not a.attisdropped`,
    [table.schema, table.table, table.cursor],
  );
  const type = rows[0]?.type;
  if (type !== undefined && (timeType.test(type) || numberType.test(type))) return type;
  const place = `${table.schema}.${table.table}`;
  throw new GoldseedError(
    "SOURCE_FAULTY",
    type === undefined
      ? `前置库中没有表“${place}”或列“${table.cursor}” / The exchange database has no table "${place}" with a column "${table.cursor}", or this account may not see it.`
      : `列“${table.cursor}”的类型 ${type} 不能作游标 / The column "${table.cursor}" is ${type}; expected a number, a date or a timestamp.`,
  );
}

interface RowRequest {
  readonly table: ExchangeTable;
  readonly type: string;
  readonly after: string | null;
}

async function readRows(
  client: PoolClient,
  request: RowRequest,
  take: (line: string) => Promise<void>,
): Promise<ExchangeReading> {
  const { table, after } = request;
  await client.query(
    statementOf(request),
    after === null ? [table.limit] : [table.limit, after, table.overlap],
  );
  let rows = 0;
  let last = after;
  for (;;) {
    const { rows: some } = await client.query<{ line: string; at: string }>(
      `/* exchange:fetch */ fetch ${fetchRows} from exchange_rows`,
    );
    for (const { line, at } of some) {
      await take(line);
      last = at;
    }
    rows += some.length;
    if (some.length < fetchRows) return { rows, last };
  }
}

/** From the last value on and not behind it: rows of one value may have been cut by the limit. */
function statementOf({ table, type, after }: RowRequest): string {
  const column = `t.${pg.escapeIdentifier(table.cursor)}`;
  const from = `${pg.escapeIdentifier(table.schema)}.${pg.escapeIdentifier(table.table)}`;
  const back = timeType.test(type) ? "make_interval(secs => $3)" : "$3";
  const bound = after === null ? `${column} is not null` : `${column} >= $2::${type} - ${back}`;
  return `/* exchange:rows */ declare exchange_rows no scroll cursor for
    select row_to_json(t)::text as line, ${column}::text as at from ${from} t where ${bound} order by ${column} limit $1`;
}

function unavailable(table: ExchangeTable, cause: unknown): GoldseedError {
  const place = `${table.schema}.${table.table}`;
  const text = cause instanceof Error ? cause.message : String(cause);
  return new GoldseedError(
    "SOURCE_UNAVAILABLE",
    `前置库的表“${place}”无法读取：${text} / The exchange table "${place}" cannot be read: ${text}. Reading goes on from the same place later.`,
    { cause },
  );
}
