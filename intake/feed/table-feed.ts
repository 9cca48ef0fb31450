/** Records of an exchange table: rows behind a column that only grows. How a database is read is the reader's business. */
import { GoldseedError } from "../../domain/errors.ts";
import type { ExchangeReading, ExchangeTable } from "../../store/exchange-table.ts";
import type { TableConnection } from "./connection.ts";
import type { RecordFeed } from "./record-feed.ts";

/** The port: `readExchangeTable` for PostgreSQL. */
export type TableReader = (
  table: ExchangeTable,
  after: string | null,
  take: (line: string) => Promise<void>,
) => Promise<ExchangeReading>;

export function tableFeed(connection: TableConnection, url: string, read: TableReader): RecordFeed {
  const { schema, table, cursor, overlap, rowsPerRun: limit } = connection;
  const name = `${schema}.${table}`;
  return {
    way: "TABLE",
    name,
    read: async (position, take, signal) => {
      const after = position?.["after"] ?? null;
      const reading = await read({ url, schema, table, cursor, overlap, limit }, after, (line) => {
        signal?.throwIfAborted();
        return take(line);
      });
      const more = reading.rows === limit;
      if (more && reading.last === after) throw stuck(name, connection);
      return {
        position: reading.last === null ? {} : { after: reading.last },
        records: reading.rows,
        more,
      };
    },
  };
}

function stuck(name: string, { cursor, rowsPerRun }: TableConnection): GoldseedError {
  return new GoldseedError(
    "SOURCE_FAULTY",
    `表“${name}”有 ${rowsPerRun} 行以上的“${cursor}”相同或在重读范围内，无法前进 / "${name}" has ${rowsPerRun} or more rows of one "${cursor}" or within the overlap: reading cannot get on. Raise rowsPerRun, or lower overlap.`,
  );
}
