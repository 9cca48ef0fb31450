/** What the district says came of the lists that were laid down for it (section 12): kept, and shown beside each list. */
import { instantNow } from "../clock.ts";
import type { Platform } from "../platform.ts";
import { sha256Hex } from "../signing.ts";
import type { ParcelDesk } from "./lay-out.ts";
import type { PickedParcel } from "./office.ts";
import { isParcelSigned } from "./sign-parcel.ts";

interface ReceiptManifest {
  readonly district: string;
  readonly generation: string;
  readonly revision: string;
  readonly bodySha256: string;
  readonly content: readonly { readonly part: string; readonly sha256: string }[];
}

/** @returns how many receipts were new, and how many were not believed or were for no list of this platform. */
export async function takeReceipts(
  platform: Platform,
  desk: ParcelDesk,
): Promise<{ readonly heard: number; readonly unheard: number }> {
  let heard = 0;
  let unheard = 0;
  for (const parcel of await desk.office.pickReceipts()) {
    const told = JSON.parse(parcel.manifest.toString("utf8")) as ReceiptManifest;
    const believed = told.district === platform.district && isWhole(desk, parcel, told);
    const kept = believed ? await keep(platform, told, parcel.body) : "stranger";
    if (kept === "new") heard += 1;
    if (kept === "stranger") unheard += 1;
  }
  return { heard, unheard };
}

function isWhole(desk: ParcelDesk, parcel: PickedParcel, told: ReceiptManifest): boolean {
  const part = told.content.find((one) => one.part === "receipt.json");
  const receipt = JSON.parse(parcel.body.toString("utf8")) as { manifestSha256: string };
  return (
    isParcelSigned(desk.districtKeys, parcel.manifest, parcel.signature) &&
    part?.sha256 === sha256Hex(parcel.body) &&
    receipt.manifestSha256 === told.bodySha256
  );
}

async function keep(
  { database }: Platform,
  { bodySha256, generation, revision }: ReceiptManifest,
  body: Buffer,
): Promise<"new" | "known" | "stranger"> {
  const { rows } = await database.pool.query("select from city.laid_list where sha256 = $1", [
    bodySha256,
  ]);
  if (rows.length === 0) return "stranger";
  const { rowCount } = await database.pool.query(
    `insert into city.list_receipt (list_sha256, generation, revision, receipt, taken_at)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [bodySha256, generation, revision, body.toString("utf8"), instantNow()],
  );
  return rowCount === 0 ? "known" : "new";
}

/** Newest first; `receipt` is the last word on each list, null while there is none. */
export async function readLaidLists({ database }: Platform): Promise<readonly object[]> {
  const { rows } = await database.pool.query<object>(
    `select l.parcel_id as "parcelId", l.laid_at as "laidAt", r.receipt, coalesce(r.receipts, 0) as receipts
     from city.laid_list l left join lateral (
       select (array_agg(receipt order by generation desc, revision desc))[1] as receipt, count(*)::int as receipts
       from city.list_receipt where list_sha256 = l.sha256) r on true
     order by l.laid_at desc, l.parcel_id desc`,
  );
  return rows;
}
