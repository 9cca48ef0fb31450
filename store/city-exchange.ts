/** The tables of an exchange database of the city (docs/city-exchange-tables.sql): read what it laid down, lay ours down. */
import { openPool } from "./pool.ts";
import { inTransaction } from "./transaction.ts";

export interface StoredParcel {
  readonly parcel: string;
  readonly manifest: Buffer;
  readonly signature: unknown;
}

/** A parcel of ours: a batch, or the receipt for a list. */
export interface OurParcel extends StoredParcel {
  readonly body: Uint8Array;
}

/** Columns of a title in their order; texts as they stand. */
export const exchangedTitleColumns = [
  "credit_code",
  "name",
  "kind",
  "batch",
  "district",
  "level",
  "valid_from",
  "valid_to",
  "status",
  "certificate_no",
] as const;
export type ExchangedTitle = Readonly<
  Record<(typeof exchangedTitleColumns)[number], string | null>
>;

type OurTable = "batches" | "list_receipts";

export interface CityExchange {
  readProfile(): Promise<{ readonly body: Buffer; readonly signature: unknown } | null>;
  /** Finished parcels of the city. */
  listParcels(table: "title_lists" | "receipts"): Promise<readonly StoredParcel[]>;
  /** At most so many rows, in their order. */
  readTitles(parcel: string, most: number): Promise<readonly ExchangedTitle[]>;
  readAnswer(parcel: string): Promise<Buffer | null>;
  /** Manifest of a finished parcel of ours. */
  findOurs(table: OurTable, parcel: string): Promise<Buffer | null>;
  /** One that is finished is left alone. */
  putOurs(table: OurTable, parcel: OurParcel): Promise<void>;
  close(): Promise<void>;
}

/** Connects at its first use. */
export function openCityExchange(url: string): CityExchange {
  const pool = openPool({
    url,
    name: "goldseed city exchange",
    max: 2,
    statementTimeoutMs: 120_000,
    connectionTimeoutMs: 10_000,
  });
  let closing: Promise<void> | null = null;
  const one = async <T extends object>(text: string, values: readonly unknown[]) =>
    (await pool.query<T>(text, [...values])).rows[0] ?? null;
  return {
    readProfile: () =>
      one("/* city-exchange:profile */ select body, signature from city_exchange.profile", []),
    listParcels: async (table) => {
      const finished = table === "title_lists" ? "where finished" : "";
      const { rows } = await pool.query<StoredParcel>(
        `/* city-exchange:list */ select parcel, manifest, signature from city_exchange.${table} ${finished} order by parcel`,
      );
      return rows;
    },
    readTitles: async (parcel, most) => {
      const { rows } = await pool.query<ExchangedTitle>(
        `/* city-exchange:titles */ select ${exchangedTitleColumns.join(", ")} from city_exchange.titles
         where parcel = $1 order by seq limit $2`,
        [parcel, most],
      );
      return rows;
    },
    readAnswer: async (parcel) => {
      const found = await one<{ answer: Buffer }>(
        "/* city-exchange:answer */ select answer from city_exchange.receipts where parcel = $1",
        [parcel],
      );
      return found?.answer ?? null;
    },
    findOurs: async (table, parcel) => {
      const found = await one<{ manifest: Buffer }>(
        `/* city-exchange:find */ select manifest from city_exchange.${table} where parcel = $1 and finished`,
        [parcel],
      );
      return found?.manifest ?? null;
    },
    putOurs: (table, { parcel, manifest, signature, body }) =>
      inTransaction(pool, async (client) => {
        await client.query(
          `/* city-exchange:put */ insert into city_exchange.${table} as held (parcel, manifest, signature, body, finished)
           values ($1, $2, $3, $4, true)
           on conflict (parcel) do update set manifest = excluded.manifest, signature = excluded.signature,
             body = excluded.body, finished = true where not held.finished`,
          [parcel, manifest, JSON.stringify(signature), body],
        );
      }),
    close: () => (closing ??= pool.end()),
  };
}
