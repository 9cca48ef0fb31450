/**
 * The city platform as the engine sees it. Adapters differ by what the peer can do (levels L0 to L3); the engine asks
 * `level` and never what it talks to.
 */
import type { BatchAnswer } from "../protocol/batch-answer.ts";
import type { RecommendationsByKey } from "../protocol/batch.ts";
import type { Capabilities } from "../protocol/capabilities.ts";
import type { CityRecords } from "../protocol/city-records.ts";
import type { BucketRecords, Comparison, HashPage, Leaves, Tree } from "../protocol/digests.ts";
import type { TitlePage, TitlesByKey } from "../protocol/title-page.ts";

/** An answer with its evidence: what was sent back, byte by byte, and what it cost. */
export interface Answered<T> {
  readonly value: T;
  readonly bytes: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  /** Bodies both ways. */
  readonly bytesExchanged: number;
  /** Platform's clock less ours; null when it told none. */
  readonly clockOffsetMs: number | null;
}

export interface TitleQuestion {
  readonly limit: number;
  readonly after: string | null;
  /** A token makes it a delta, an instant a look back; neither, the full list. */
  readonly delta: string | null;
  readonly updatedSince: string | null;
}

export interface CompareQuestion {
  readonly tree: Tree;
  readonly n: number;
  readonly root: string;
  /** Makes our signed statement for the nonce of the request; null when we have no key. */
  readonly stateTo: ((nonce: string) => { statement: string; signature: object }) | null;
}

export interface AnsweredComparison extends Answered<Comparison> {
  readonly nonce: string;
  readonly ours: { readonly statement: string; readonly signature: object } | null;
}

/** A receipt for a list of the city's. */
export interface ToldList {
  /** Digest of the list's manifest. */
  readonly listDigest: string;
  readonly generation: number;
  readonly receiptNo: number;
  readonly body: Uint8Array;
}

/** Every method throws PlatformFailure, which says what is known about the request's fate. */
export interface CityPlatform {
  capabilities(): Promise<Answered<Capabilities>>;
  titles(question: TitleQuestion): Promise<Answered<TitlePage>>;
  titlesByKey(keys: readonly string[]): Promise<Answered<TitlesByKey>>;
  recommendationsByKey(keys: readonly string[]): Promise<Answered<RecommendationsByKey>>;
  /** Sends these bytes and no others; `batchKey` is their idempotency key. */
  pushBatch(batchKey: string, body: Uint8Array): Promise<Answered<BatchAnswer>>;
  readBatch(batchKey: string): Promise<Answered<BatchAnswer>>;
  /** Lays down what came of a list (parcels alone); one that lies there already is left as it is. */
  tellList(receipt: ToldList): Promise<void>;
  records(creditCodes: readonly string[], signal?: AbortSignal): Promise<Answered<CityRecords>>;
  hashes(tree: Tree, limit: number, after: string | null): Promise<Answered<HashPage>>;
  compare(question: CompareQuestion): Promise<AnsweredComparison>;
  leaves(tree: Tree, mids: readonly number[]): Promise<Answered<Leaves>>;
  bucketRecords(tree: Tree, buckets: readonly number[]): Promise<Answered<BucketRecords>>;
  close(): void;
}
