/**
 * A place where both sides lay down parcels for each other: a folder, or the tables of an exchange database. What a
 * parcel means, whether it is believed and what follows from it is not the box's business.
 */
import type { Manifest } from "../../protocol/manifest.ts";

/** Bytes and what was put beside them as their signature, both unread. */
export interface SignedBytes {
  readonly bytes: Uint8Array;
  readonly signature: unknown;
}

/** A parcel of the city that it has marked as finished; nothing of it is believed yet. */
export interface FoundParcel extends SignedBytes {
  /** Where it lies, said in messages. */
  readonly place: string;
}

export interface OutgoingParcel extends SignedBytes {
  readonly manifest: Manifest;
  readonly parts: readonly { readonly part: string; readonly bytes: Uint8Array }[];
}

export interface ParcelBox {
  /** Said in messages. */
  readonly place: string;
  /** What the city says of itself; null when it has laid down nothing. @throws PlatformFailure UNREACHABLE. */
  readProfile(): Promise<SignedBytes | null>;
  /** Finished parcels of the city, in no order. @throws PlatformFailure UNREACHABLE. */
  listParcels(kind: "titles" | "receipt"): Promise<readonly FoundParcel[]>;
  /** Titles as the city's form holds them, their parts checked against the manifest. @throws PlatformFailure REFUSED. */
  readTitles(found: FoundParcel, manifest: Manifest): Promise<readonly unknown[]>;
  /** Bytes of a part, checked against the manifest. @throws PlatformFailure REFUSED. */
  readPart(found: FoundParcel, manifest: Manifest, part: string): Promise<Uint8Array>;
  /** Manifest of a finished parcel of ours; null when there is none or it was never finished. */
  findOurs(kind: "batch" | "receipt", parcelId: string): Promise<Uint8Array | null>;
  /** Lays a parcel down whole or not at all; one that was begun and not finished is laid down anew. */
  put(parcel: OutgoingParcel): Promise<void>;
  close(): void;
}
