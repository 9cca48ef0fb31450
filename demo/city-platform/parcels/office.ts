/** A place where the platform lays lists down and picks batches up: a folder or tables, by the same rules. */
import type { Title } from "../title-rows.ts";
import type { ParcelSignature } from "./sign-parcel.ts";

export interface Part {
  readonly part: string;
  readonly bytes: Buffer;
}

export interface Signed {
  readonly manifest: Buffer;
  readonly signature: ParcelSignature | null;
}

export interface Laying extends Signed {
  /** Names the parcel; whoever carries it may call it otherwise. */
  readonly stem: string;
  readonly parts: readonly Part[];
  /** Left out by a fault: then the parcel is not finished. */
  readonly done: boolean;
}

/** A finished parcel of the district, with the part that counts. */
export interface PickedParcel extends Signed {
  readonly body: Buffer;
}

export type ListFormat = "csv" | "xlsx";

export interface Office {
  /** A list in the form of this place. */
  listParts(titles: readonly Partial<Title>[], format: ListFormat): readonly Part[];
  layProfile(profile: Signed): Promise<void>;
  layTitles(parcel: Laying, titles: readonly Partial<Title>[]): Promise<void>;
  layReceipt(parcel: Laying, batchKey: string): Promise<void>;
  /** Batches, and receipts for lists, both in order of their names. */
  pickBatches(): Promise<readonly PickedParcel[]>;
  pickReceipts(): Promise<readonly PickedParcel[]>;
  close(): Promise<void>;
}
