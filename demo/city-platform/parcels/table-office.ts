/** Parcels in the tables of an exchange database (section 13), which this side makes. */
import { Pool } from "pg";

import type { Title } from "../title-rows.ts";
import { exchangeTables } from "./exchange-tables.ts";
import type { Laying, Office, PickedParcel } from "./office.ts";
import type { ParcelSignature } from "./sign-parcel.ts";

const columns = [
  "creditCode",
  "name",
  "kind",
  "batch",
  "district",
  "level",
  "validFrom",
  "validTo",
  "status",
  "certificateNo",
] as const;

export async function tableOffice(url: string): Promise<Office> {
  const pool = new Pool({ connectionString: url, max: 4 });
  pool.on("error", () => undefined);
  await pool.query(exchangeTables);
  return {
    // The part is the rows themselves, so that their digest can be signed for.
    listParts: (titles) => [{ part: "rows", bytes: rowBytes(titles) }],
    layProfile: async ({ manifest, signature }) => {
      await pool.query(
        `insert into city_exchange.profile (id, body, signature) values (1, $1, $2)
         on conflict (id) do update set body = excluded.body, signature = excluded.signature`,
        [manifest, JSON.stringify(signature)],
      );
    },
    layTitles: (parcel, titles) => layTitles(pool, parcel, titles),
    layReceipt: async ({ stem, manifest, signature, parts }) => {
      await pool.query(
        `insert into city_exchange.receipts (parcel, manifest, signature, answer) values ($1, $2, $3, $4)
         on conflict (parcel) do update set manifest = excluded.manifest, signature = excluded.signature,
           answer = excluded.answer`,
        [stem, manifest, JSON.stringify(signature), parts[0]?.bytes ?? Buffer.alloc(0)],
      );
    },
    pickBatches: () => pick(pool, "batches"),
    pickReceipts: () => pick(pool, "list_receipts"),
    close: () => pool.end(),
  };
}

async function pick(
  pool: Pool,
  table: "batches" | "list_receipts",
): Promise<readonly PickedParcel[]> {
  const { rows } = await pool.query<PickedParcel & { signature: ParcelSignature }>(
    `select manifest, signature, body from city_exchange.${table} where finished order by parcel`,
  );
  return rows;
}

/** Rows without any of their parts are what a broken export leaves behind. */
async function layTitles(
  pool: Pool,
  { stem, manifest, signature, parts, done }: Laying,
  titles: readonly Partial<Title>[],
): Promise<void> {
  const told = parts[0]?.bytes ?? Buffer.alloc(0);
  const whole = rowBytes(titles);
  const kept = told.equals(whole) ? titles : titles.slice(0, Math.floor(titles.length / 2));
  const rows = kept.map((title, index) => ({
    seq: index + 1,
    ...Object.fromEntries(columns.map((name) => [name.toLowerCase(), title[name] ?? null])),
  }));
  await pool.query("delete from city_exchange.titles where parcel = $1", [stem]);
  await pool.query(
    `insert into city_exchange.titles (parcel, seq, credit_code, name, kind, batch, district, level, valid_from,
       valid_to, status, certificate_no)
     select $1, seq, creditcode, name, kind, batch, district, level, validfrom, validto, status, certificateno
     from jsonb_to_recordset($2::jsonb) as r(seq int, creditcode text, name text, kind text, batch text, district text,
       level text, validfrom text, validto text, status text, certificateno text)`,
    [stem, JSON.stringify(rows)],
  );
  await pool.query(
    `insert into city_exchange.title_lists (parcel, manifest, signature, finished) values ($1, $2, $3, $4)
     on conflict (parcel) do update set manifest = excluded.manifest, signature = excluded.signature,
       finished = excluded.finished`,
    [stem, manifest, JSON.stringify(signature), done],
  );
}

/** Section 13: every cell as its length in bytes, a colon and itself, or a dash; a line feed after each row. */
function rowBytes(titles: readonly Partial<Title>[]): Buffer {
  const cell = (value: string | undefined | null): string =>
    value == null ? "-" : `${Buffer.byteLength(value)}:${value}`;
  const lines = titles.map((title) => `${columns.map((name) => cell(title[name])).join("")}\n`);
  return Buffer.from(lines.join(""), "utf8");
}
