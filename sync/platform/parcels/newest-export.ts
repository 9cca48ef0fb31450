/**
 * Which of the lists that lie there is the city's present one: the highest revision of its present generation. The same
 * parcel twice is one; a late one is passed over; a spoilt one that claims to be the newest stops the pull, because what
 * lies behind it is old.
 */
import { createHash } from "node:crypto";

import { PlatformFailure, type RefusedList } from "../platform-failure.ts";
import type { CheckedParcel } from "./check-parcel.ts";
import type { Manifest } from "../../protocol/manifest.ts";
import type { FoundParcel } from "./parcel-box.ts";

export interface Export {
  readonly found: FoundParcel;
  readonly manifest: Manifest;
  /** Names these bytes and no others. */
  readonly token: string;
}

/** Pure. @returns null when there is none. @throws PlatformFailure REFUSED with what is wrong with each spoilt one. */
export function newestExport(parcels: readonly CheckedParcel[], generation: string): Export | null {
  const sound = parcels
    .flatMap(({ found, manifest }) => (manifest === null ? [] : [{ found, manifest }]))
    .filter(({ manifest }) => manifest.generation === generation)
    .sort((a, b) => (BigInt(a.manifest.revision) < BigInt(b.manifest.revision) ? 1 : -1));
  const [newest] = sound;
  const highest = newest === undefined ? -1n : BigInt(newest.manifest.revision);
  const spoilt = parcels.filter(
    ({ problem, claims }) => problem !== null && (claims === null || claims > highest),
  );
  if (spoilt.length > 0) {
    const list = spoilt.map(({ found, problem }) => `"${found.place}": ${problem}`).join("; ");
    throw new PlatformFailure("REFUSED", `the newest list of the city is not believed: ${list}`);
  }
  if (newest === undefined) return null;
  const token = tokenOf(newest.found);
  const rival = sound.find(
    ({ manifest, found }) => BigInt(manifest.revision) === highest && tokenOf(found) !== token,
  );
  if (rival !== undefined) {
    const places = `"${newest.found.place}" and "${rival.found.place}"`;
    const rivals = [newest, rival].map((one) => ({ ...one, token: tokenOf(one.found) }));
    throw new PlatformFailure("REFUSED", `${places} are two lists under one revision ${highest}`, {
      refusedLists: rivals.map(refusedList),
    });
  }
  return { ...newest, token };
}

/** A list that an officer of ours vouched for is no parcel of the city's: nobody there waits to hear of it. */
export function refusedList({ manifest, token }: Export): RefusedList {
  const { parcelId, vouchedBy } = manifest;
  const vouched = typeof vouchedBy === "string" ? { vouchedBy } : {};
  return { parcelId, manifestSha256: token, ...vouched };
}

function tokenOf({ bytes }: FoundParcel): string {
  return createHash("sha256").update(bytes).digest("hex");
}
