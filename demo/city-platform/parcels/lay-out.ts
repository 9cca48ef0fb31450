/** Lays down the platform's profile and its list of titles (section 12); and, when ordered, as clerks do. */
import { randomUUID } from "node:crypto";

import { instantNow } from "../clock.ts";
import { cutAt } from "../faults/spoil-bytes.ts";
import { spoilContent } from "../faults/spoil-content.ts";
import { limits } from "../limits.ts";
import { readMeta } from "../meta.ts";
import type { Platform } from "../platform.ts";
import { sha256Hex } from "../signing.ts";
import { selectTitles, titleOf } from "../title-rows.ts";
import { titleKinds, type Operation } from "../vocabulary.ts";
import type { ListFormat, Office, Part } from "./office.ts";
import { signParcel, type ParcelKey, type ParcelSignature } from "./sign-parcel.ts";

export interface ParcelDesk {
  readonly office: Office;
  /** Signs what is laid down; may be changed while running. */
  key: ParcelKey;
  /** Of the district. */
  readonly districtKeys: readonly ParcelKey[];
}

const operation = "exportTitles";

export async function layOut(
  platform: Platform,
  desk: ParcelDesk,
  format: ListFormat,
): Promise<{ readonly stem: string; readonly revision: string; readonly titles: number }> {
  const { database, district, faults } = platform;
  const { meta, rows } = await database.read(async (client) => ({
    meta: await readMeta(client),
    rows: await selectTitles(client, "district = $1 and not deleted order by key", [district]),
  }));
  await layProfile(platform, desk, meta.generation);
  const items = rows.map(titleOf);
  const page = { items, total: items.length, count: items.length, revision: meta.revision };
  const told = spoilContent(faults, operation, page) as typeof page;
  const parts = spoilParts(platform, desk.office.listParts(told.items, format));
  const manifest = manifestOf(platform, {
    parcel: "titles",
    parcelId: `${district}:titles:${meta.generation}:${meta.revision}`,
    generation: meta.generation,
    revision: meta.revision,
    count: told.total,
    batchKey: null,
    bodySha256: null,
    parts,
  });
  const renamed = faults.strike(operation, "renamed") !== null;
  const twice = faults.strike(operation, "same-revision") !== null;
  const stem = renamed
    ? "新建文件夹 (1)"
    : `${district}.titles.${meta.revision}${twice ? ".b" : ""}`;
  const parcel = {
    stem,
    manifest,
    signature: sign(platform, desk, { manifest, on: operation }),
    parts: cutParts(platform, parts),
    done: faults.strike(operation, "no-done") === null,
  };
  // Which lists were laid down is known before they are: a receipt for any other is nobody's.
  await noteLaidList(platform, manifest);
  await desk.office.layTitles(parcel, told.items);
  return { stem, revision: meta.revision, titles: told.items.length };
}

async function noteLaidList({ database }: Platform, manifest: Buffer): Promise<void> {
  await database.pool.query(
    "insert into city.laid_list (sha256, parcel_id, laid_at) values ($1, $2, $3) on conflict do nothing",
    [
      sha256Hex(manifest),
      (JSON.parse(manifest.toString("utf8")) as { parcelId: string }).parcelId,
      instantNow(),
    ],
  );
}

async function layProfile(platform: Platform, desk: ParcelDesk, generation: string): Promise<void> {
  const { id, name, district } = platform;
  const profile = {
    protocol: "sme-sync/1",
    level: "L0",
    canonVersion: 1,
    platform: { id, name },
    generation,
    serverTime: instantNow(),
    districts: [district],
    titleKinds,
    signing: [desk.key.algorithm],
    digest: "SHA-256",
    limits,
    statementKeys: [],
  };
  const manifest = Buffer.from(JSON.stringify(profile, null, 1), "utf8");
  await desk.office.layProfile({ manifest, signature: signParcel(desk.key, manifest) });
}

export interface ManifestParts {
  readonly parcel: "titles" | "receipt";
  readonly parcelId: string;
  readonly generation: string;
  readonly revision: string;
  readonly count: number;
  readonly batchKey: string | null;
  readonly bodySha256: string | null;
  readonly parts: readonly Part[];
}

export function manifestOf(platform: Platform, { parts, ...told }: ManifestParts): Buffer {
  const { id, district } = platform;
  const content = parts.map(({ part, bytes }) => ({
    part,
    bytes: bytes.length,
    sha256: sha256Hex(bytes),
  }));
  const frame = { protocol: "sme-sync/1", canonVersion: 1, from: id, district };
  const manifest = { ...frame, ...told, madeAt: instantNow(), content };
  return Buffer.from(JSON.stringify(manifest, null, 1), "utf8");
}

/** Spoilt before they are signed for: what an officer's tools make of a list. */
function spoilParts({ faults }: Platform, parts: readonly Part[]): readonly Part[] {
  const foreign = faults.strike(operation, "html");
  if (foreign !== null)
    return parts.map((one) => ({ ...one, bytes: Buffer.from("<html>登录</html>") }));
  if (faults.strike(operation, "empty-body") !== null) {
    return parts.map((one) => ({ ...one, bytes: Buffer.alloc(0) }));
  }
  const framed = faults.strike(operation, "truncate-framed");
  if (framed === null) return parts;
  return parts.map(({ part, bytes }) => ({
    part,
    bytes: bytes.subarray(0, cutAt(bytes, framed.fraction)),
  }));
}

/** Spoilt on the way: the manifest says otherwise. */
function cutParts({ faults }: Platform, parts: readonly Part[]): readonly Part[] {
  if (faults.strike(operation, "miss-page") !== null) return [];
  const cut = faults.strike(operation, "truncate");
  if (cut !== null) {
    return parts.map(({ part, bytes }) => ({
      part,
      bytes: bytes.subarray(0, cutAt(bytes, cut.fraction)),
    }));
  }
  if (faults.strike(operation, "altered") === null) return parts;
  return parts.map(({ part, bytes }) => ({
    part,
    bytes: Buffer.from(bytes).fill(0x31, bytes.length >> 1, (bytes.length >> 1) + 1),
  }));
}

export function sign(
  { faults }: Platform,
  { key }: ParcelDesk,
  { manifest, on }: { readonly manifest: Buffer; readonly on: Operation },
): ParcelSignature | null {
  if (faults.strike(on, "unsigned") !== null) return null;
  const signature = signParcel(key, manifest);
  if (faults.strike(on, "unknown-key") !== null) return { ...signature, keyId: randomUUID() };
  if (faults.strike(on, "bad-signature") === null) return signature;
  return signParcel(key, Buffer.from(`${manifest.toString("utf8")} `));
}
