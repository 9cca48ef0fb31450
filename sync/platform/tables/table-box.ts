/** Parcels in the tables of an exchange database (前置库): the rules of the folder, with rows for a list's file. */
import {
  exchangedTitleColumns,
  type CityExchange,
  type ExchangedTitle,
} from "../../../store/city-exchange.ts";
import { sha256Hex } from "../../protocol/canonical-record.ts";
import type { CityForms } from "../../read-city-forms.ts";
import type { Manifest } from "../../protocol/manifest.ts";
import type { FoundParcel, ParcelBox } from "../parcels/parcel-box.ts";
import { titleOfRow } from "../parcels/read-cells.ts";
import { PlatformFailure } from "../platform-failure.ts";

export interface TableBoxOptions {
  readonly exchange: CityExchange;
  /** Said in messages: without a password. */
  readonly place: string;
  readonly forms: CityForms;
}

/** More than any district has: a table that grew without end is not read to its end. */
const mostTitles = 1_000_000;

const tables = { titles: "title_lists", receipt: "receipts" } as const;
/** Where parcels of ours go, and the part of each that a table holds. */
const ours = {
  batch: { table: "batches", part: "batch.json" },
  receipt: { table: "list_receipts", part: "receipt.json" },
} as const;

export function createTableBox({ exchange, place, forms }: TableBoxOptions): ParcelBox {
  const reach = async <T>(work: Promise<T>): Promise<T> =>
    work.catch((cause: unknown) => {
      const text = cause instanceof Error ? cause.message : String(cause);
      throw new PlatformFailure("UNREACHABLE", `${place} cannot be used: ${text}`, { cause });
    });
  return {
    place,
    readProfile: async () => {
      const found = await reach(exchange.readProfile());
      return found === null ? null : { bytes: found.body, signature: found.signature };
    },
    listParcels: async (kind) =>
      (await reach(exchange.listParcels(tables[kind]))).map(({ parcel, manifest, signature }) => ({
        place: parcel,
        bytes: manifest,
        signature,
      })),
    readTitles: async ({ place: parcel }, manifest) => {
      const rows = await reach(exchange.readTitles(parcel, mostTitles + 1));
      if (rows.length > mostTitles) {
        throw new PlatformFailure("REFUSED", `"${parcel}" has more than ${mostTitles} rows`);
      }
      refuseOther(parcel, manifest, { part: "rows", bytes: rowBytes(rows) });
      return rows.map((row) => titleOfRow(cellsOf(row), forms, manifest));
    },
    readPart: async (found, manifest, part) => readAnswer(found, manifest, part),
    findOurs: (kind, parcelId) => reach(exchange.findOurs(ours[kind].table, parcelId)),
    put: ({ manifest, bytes, signature, parts }) => {
      const { table, part: told } = ours[manifest.parcel === "receipt" ? "receipt" : "batch"];
      const body = parts.find(({ part }) => part === told)?.bytes ?? new Uint8Array();
      const parcel = manifest.parcelId;
      return reach(
        exchange.putOurs(table, { parcel, manifest: Buffer.from(bytes), signature, body }),
      );
    },
    close: () => void exchange.close(),
  };

  async function readAnswer(
    { place: parcel }: FoundParcel,
    manifest: Manifest,
    part: string,
  ): Promise<Uint8Array> {
    const bytes = (await reach(exchange.readAnswer(parcel))) ?? Buffer.alloc(0);
    refuseOther(parcel, manifest, { part, bytes });
    return bytes;
  }
}

function refuseOther(
  parcel: string,
  { content }: Manifest,
  { part, bytes }: { readonly part: string; readonly bytes: Uint8Array },
): void {
  const signed = content.find((one) => one.part === part);
  if (signed?.bytes === bytes.length && signed.sha256 === sha256Hex(bytes)) return;
  throw new PlatformFailure("REFUSED", `"${parcel}": its ${part} is not what was signed for`);
}

/** Section 13: every cell as its length in bytes, a colon and itself, or a dash; a line feed after each row. */
function rowBytes(rows: readonly ExchangedTitle[]): Buffer {
  const cell = (value: string | null): string =>
    value === null ? "-" : `${Buffer.byteLength(value)}:${value}`;
  const lines = rows.map(
    (row) => `${exchangedTitleColumns.map((name) => cell(row[name])).join("")}\n`,
  );
  return Buffer.from(lines.join(""), "utf8");
}

const cellsOf = (row: ExchangedTitle) => ({
  creditCode: row.credit_code,
  name: row.name,
  kind: row.kind,
  batch: row.batch,
  district: row.district,
  level: row.level,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  status: row.status,
  certificateNo: row.certificate_no,
});
