/** Where accepted rows go. A source of a kind that exists needs no code; a new kind of target implements this. */
import type { Pool, PoolClient } from "../../store/pool.ts";
import type { Chunk, MergeFigures } from "../../store/queries/import-merge-enterprises.ts";
import type { SourceDescription } from "../describe/source-description.ts";
import type { RecordLines } from "../read/open-input.ts";
import type { ReadingContext } from "../validate/cell-reader.ts";
import type { ValidatedRecord } from "../validate/validate-record.ts";

/** An accepted record, ready to be staged. */
export interface CompletedRecord {
  readonly recordKey: string;
  /** JSON text of the row for the merge; it holds `content_digest`. */
  readonly parsed: string;
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
}

export interface ImportTarget {
  /** Whether records have to find their enterprise before they are merged. */
  readonly links: boolean;
  /** Reads what completing a record needs. @throws GoldseedError STORE_UNFIT when reference data is missing. */
  readonly prepare: (
    pool: Pool,
    description: SourceDescription,
    file: RecordLines,
  ) => Promise<PreparedTarget>;
  /** Merges one chunk in the caller's transaction. */
  readonly merge: (
    client: PoolClient,
    chunk: Chunk,
    description: SourceDescription,
  ) => Promise<TargetFigures>;
  /** What `merge` would do. */
  readonly preview: (
    client: PoolClient,
    chunk: Chunk,
    description: SourceDescription,
  ) => Promise<TargetFigures>;
}
