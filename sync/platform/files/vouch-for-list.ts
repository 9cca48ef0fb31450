/**
 * A list that the city gave without a signature (sent by mail, fetched from its website by hand): an officer of the district
 * vouches for it, and it becomes a parcel like any other, signed by the district, with the officer's name in it. It is
 * worth what the officer's word is worth, and every receipt over it says so.
 */
import { randomUUID } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";

import { assertDistrictOfficer } from "../../../domain/access/assert-district-officer.ts";
import type { Principal } from "../../../domain/access/principal.ts";
import { GoldseedError } from "../../../domain/errors.ts";
import { sha256Hex } from "../../protocol/canonical-record.ts";
import type { Capabilities } from "../../protocol/capabilities.ts";
import type { Manifest } from "../../protocol/manifest.ts";
import { currentKey, type ParcelKeys } from "../../protocol/signatures/detached-key.ts";
import { signDetached } from "../../protocol/signatures/sign-detached.ts";
import { wireSchemas } from "../../protocol/wire-schemas.ts";
import type { ParcelBox } from "../parcels/parcel-box.ts";
import type { FormReader } from "./file-box.ts";
import { noFileStep } from "./file-steps.ts";
import { writeDurably } from "./write-durably.ts";

export interface VouchOptions {
  readonly box: ParcelBox;
  /** The folder of the exchange. */
  readonly folder: string;
  /** CSV or XLSX in the city's form. */
  readonly file: string;
  readonly district: string;
  readonly keys: ParcelKeys;
  readonly readForm: FormReader;
  readonly now?: Date;
}

export interface Vouched {
  readonly parcelId: string;
  readonly records: number;
}

/**
 * @throws GoldseedError FORBIDDEN, FILE_UNREADABLE when the file is not of the city's form, CONFLICT without a key of ours
 * that is valid.
 */
export async function vouchForList(principal: Principal, options: VouchOptions): Promise<Vouched> {
  assertDistrictOfficer(principal, { zh: "为市级名单作证", en: "vouch for a list of the city" });
  const { folder, file, district, now = new Date() } = options;
  const { bytes, records } = await readList(options);
  const { generation } = await profileOf(options, now);
  const revision = String(BigInt(await newestRevision(options)) + 1n);
  const part = extname(file).slice(1).toLowerCase();
  const parcelId = `${district}:titles:${generation}:${revision}`;
  const manifest: Manifest = {
    protocol: "sme-sync/1",
    canonVersion: 1,
    parcel: "titles",
    parcelId,
    from: district,
    district,
    generation,
    revision,
    madeAt: now.toISOString(),
    count: records,
    batchKey: null,
    bodySha256: null,
    content: [{ part, bytes: bytes.length, sha256: sha256Hex(bytes) }],
    vouchedBy: principal.subject,
  };
  const stem = join(folder, "from-city", parcelId.replaceAll(":", "."));
  await writeDurably(`${stem}.${part}`, bytes, noFileStep);
  await writeSigned(options, `${stem}.manifest.json`, `${stem}.manifest.sig`, { manifest, now });
  await writeDurably(`${stem}.done`, Buffer.alloc(0), noFileStep);
  return { parcelId, records };
}

/** Read before anything is written: what cannot be read is not vouched for. */
async function readList({
  file,
  readForm,
}: VouchOptions): Promise<{ readonly bytes: Buffer; readonly records: number }> {
  let reason = "neither .csv nor .xlsx";
  try {
    if (/\.(?:csv|xlsx)$/iu.test(file)) {
      const rows = await readForm(file);
      return { bytes: await readFile(file), records: rows.length };
    }
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
  }
  throw new GoldseedError(
    "FILE_UNREADABLE",
    `名单“${file}”无法使用：${reason} / The list "${file}" cannot be vouched for: ${reason}. Its form is in docs/city-protocol.md, section 12.`,
    { details: { path: file } },
  );
}

/** The city's own profile, or one that the district writes for a city that gives nothing but lists. */
async function profileOf(options: VouchOptions, now: Date): Promise<Capabilities> {
  const inbox = join(options.folder, "from-city");
  await mkdir(inbox, { recursive: true });
  const stored = await options.box.readProfile();
  if (stored !== null)
    return wireSchemas.Capabilities.parse(JSON.parse(Buffer.from(stored.bytes).toString("utf8")));
  const profile: Capabilities = {
    protocol: "sme-sync/1",
    level: "L0",
    canonVersion: 1,
    platform: { id: "city-unsigned", name: "市级平台（名单由本区作证）" },
    generation: randomUUID(),
    serverTime: now.toISOString(),
    districts: [options.district],
    titleKinds: [],
    signing: [],
    digest: "SHA-256",
    limits: {
      maxBatchItems: 5_000,
      maxBatchBytes: 16_000_000,
      maxPageItems: 500,
      maxHashItems: 5_000,
      maxRecordCodes: 100,
      idempotencyRetentionSeconds: 31_536_000,
      deltaTokenLifetimeSeconds: 31_536_000,
      clockSkewSeconds: 300,
    },
    statementKeys: [],
  };
  const paths = [join(inbox, "profile.json"), join(inbox, "profile.sig")] as const;
  await writeSigned(options, ...paths, { manifest: profile, now });
  return profile;
}

async function newestRevision({ box }: VouchOptions): Promise<string> {
  const claims = (await box.listParcels("titles")).map(
    ({ bytes }) => /"revision"\s*:\s*"(\d{1,18})"/u.exec(Buffer.from(bytes).toString("utf8"))?.[1],
  );
  return claims.reduce<string>(
    (high, one) => (BigInt(one ?? 0) > BigInt(high) ? (one ?? high) : high),
    "0",
  );
}

async function writeSigned(
  { keys }: VouchOptions,
  path: string,
  signaturePath: string,
  { manifest, now }: { readonly manifest: object; readonly now: Date },
): Promise<void> {
  const key = currentKey(keys.ours, now);
  if (key === null) {
    throw new GoldseedError(
      "CONFLICT",
      '本区没有有效的签名密钥 / None of our keys in CITY_KEYS_FILE is valid now; add one under "ours".',
    );
  }
  const bytes = Buffer.from(JSON.stringify(manifest, null, 1), "utf8");
  const signature = Buffer.from(JSON.stringify(await signDetached(key, bytes)), "utf8");
  await writeDurably(signaturePath, signature, noFileStep);
  await writeDurably(path, bytes, noFileStep);
}
