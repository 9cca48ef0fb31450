/** Where accepted rows go. A source of a kind that exists needs no code; a new kind of target implements this. */
import type { LinkOutcome } from "../../domain/linking/link-outcome.ts";
import type { Mention } from "../../domain/linking/mention.ts";
import type { Pool, PoolClient } from "../../store/pool.ts";
import type { MergeFigures } from "../../store/queries/import-merge-enterprises.ts";
import type { SourceDescription } from "../describe/source-description.ts";
import type { RecordLines } from "../read/open-input.ts";
import type { ReadingContext } from "../validate/cell-reader.ts";
import type { ValidatedRecord } from "../validate/validate-record.ts";

/** An accepted record, ready to be staged. */
export interface CompletedRecord {
  readonly recordKey: string;
  /** JSON text of a registry row for the merge; it holds `content_digest`. */
  readonly parsed: string | null;
  /** Of a record about an enterprise (store/queries/staged-fact.ts). */
  readonly mention: string | null;
  readonly fact: string | null;
  /** Null until the record has been linked. */
  readonly creditCode: string | null;
  readonly linkMethod: string | null;
  readonly linkConfidence: number | null;
}

export interface PreparedTarget {
  readonly context: Omit<ReadingContext, "today">;
  readonly complete: (record: ValidatedRecord) => CompletedRecord;
}

export interface TargetFigures extends MergeFigures {
  /** Records that a later one of the same chunk stands for. */
  readonly superseded: number;
  /** Facts of other enterprises that went with their record. */
  readonly withdrawn: number;
  /** Rows by the way they found their enterprise: adds up to created + updated + unchanged + superseded. */
  readonly linked: Readonly<Record<string, number>>;
  /** Rows that wait for an officer: with candidates, and without. */
  readonly toReview: number;
  readonly unlinked: number;
}

/** Staged rows of a run on their way into the store, by line. */
export interface MergeRun {
  readonly pool: Pool;
  readonly description: SourceDescription;
  readonly runId: string;
  readonly sourceId: string;
  /** Rows of one chunk. */
  readonly size: number;
  /** In which order staged facts have their values. */
  readonly factColumns: readonly string[];
  /** Rows of the run in all. */
  readonly records: number;
  /** ISO date in UTC+8 on which the run was started. */
  readonly today: string;
  /** Writes nothing: the figures are what a merge would have. */
  readonly dryRun: boolean;
}

export interface ReadyChunk {
  readonly throughLine: number;
  /** Merges the chunk in the caller's transaction; may be called again when that was rolled back. */
  readonly merge: (client: PoolClient) => Promise<TargetFigures>;
}

/** Makes the chunk behind a line ready, outside of any transaction; null when none is left. */
export type NextChunk = (afterLine: number) => Promise<ReadyChunk | null>;

/** What the merge of a large run needs besides its rows, on its way; a failure is met by whoever awaits it. */
export type Foreseen = Promise<(mention: Mention) => LinkOutcome>;

export interface ImportTarget {
  /** Reads what completing a record needs. @throws GoldseedError STORE_UNFIT when reference data is missing. */
  readonly prepare: (
    pool: Pool,
    description: SourceDescription,
    file: RecordLines,
    factColumns: readonly string[],
  ) => Promise<PreparedTarget>;
  /** Begins, while a large run is still checked, what its merge would wait for. */
  readonly foresee?: (pool: Pool) => Foreseen;
  readonly openMerge: (run: MergeRun, foreseen?: Foreseen) => Promise<NextChunk>;
}
