/** Takes away the district's batches, applies each as a request would be, and lays its receipt down. */
import { randomUUID } from "node:crypto";

import { pushBatch } from "../handlers/push-batch.ts";
import { readMeta } from "../meta.ts";
import type { Platform } from "../platform.ts";
import { Refusal } from "../refusal.ts";
import { sha256Hex } from "../signing.ts";
import { manifestOf, sign, type ParcelDesk } from "./lay-out.ts";
import type { PickedParcel } from "./office.ts";
import { isParcelSigned } from "./sign-parcel.ts";

interface BatchManifest {
  readonly batchKey: string;
  readonly bodySha256: string;
  readonly content: readonly { readonly part: string; readonly sha256: string }[];
}

/** @returns how many parcels were answered, and how many were not believed. */
export async function pickUp(
  platform: Platform,
  desk: ParcelDesk,
): Promise<{ readonly answered: number; readonly refused: number }> {
  let answered = 0;
  let refused = 0;
  for (const batch of await desk.office.pickBatches()) {
    const told = JSON.parse(batch.manifest.toString("utf8")) as BatchManifest;
    if (!isWhole(desk, batch, told)) {
      refused += 1;
      continue;
    }
    await answer(platform, desk, { told, body: batch.body });
    answered += 1;
  }
  return { answered, refused };
}

/** Nobody is answered who did not sign: an answer would tell a stranger what is held. */
function isWhole(desk: ParcelDesk, batch: PickedParcel, told: BatchManifest): boolean {
  const digest = sha256Hex(batch.body);
  const part = told.content.find((one) => one.part === "batch.json");
  const signed = isParcelSigned(desk.districtKeys, batch.manifest, batch.signature);
  return signed && digest === told.bodySha256 && part?.sha256 === digest;
}

async function answer(
  platform: Platform,
  desk: ParcelDesk,
  { told, body }: { readonly told: BatchManifest; readonly body: Buffer },
): Promise<void> {
  const { faults } = platform;
  const given = await apply(platform, told, body);
  platform.faults.crashIf("pushBatch", "crash-after-commit");
  const meta = await platform.database.read(readMeta);
  const bytes = Buffer.from(JSON.stringify(given), "utf8");
  const parts = [{ part: "receipt.json", bytes }];
  const stranger = faults.strike("pushBatch", "other-batch") !== null;
  const batchKey = stranger ? `${told.batchKey}0` : told.batchKey;
  const manifest = manifestOf(platform, {
    parcel: "receipt",
    parcelId: `${batchKey}:receipt`,
    generation: meta.generation,
    revision: meta.revision,
    count: "outcomes" in given ? (given.outcomes as unknown[]).length : 0,
    batchKey,
    bodySha256: told.bodySha256,
    parts,
  });
  if (faults.strike("pushBatch", "drop-after") !== null) return;
  const stem = `${batchKey.replaceAll(":", ".")}.receipt`;
  const signature = sign(platform, desk, { manifest, on: "pushBatch" });
  await desk.office.layReceipt({ stem, manifest, signature, parts, done: true }, batchKey);
}

async function apply(platform: Platform, told: BatchManifest, body: Buffer): Promise<object> {
  const { district } = platform;
  try {
    const given = await pushBatch(platform, {
      caller: { keyId: "parcel", secret: null, nonce: "", districts: [district] },
      query: new URLSearchParams(),
      param: "",
      headers: { "idempotency-key": told.batchKey },
      body: JSON.parse(body.toString("utf8")),
      bodySha256: sha256Hex(body),
    });
    return given.body;
  } catch (error) {
    if (error instanceof Refusal) return error.body(randomUUID());
    throw error;
  }
}
