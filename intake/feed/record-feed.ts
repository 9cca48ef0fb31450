/** A place that records are fetched from, unlike a file that is sent: what an HTTP API and an exchange table share. */

/** How far a feed has been read, as its kind counts. Kept in the store beside the records that were landed with it. */
export type FeedPosition = Readonly<Record<string, string>>;

export interface FeedReading {
  readonly position: FeedPosition;
  readonly records: number;
  /** Reading stopped at the limit of one landing: there is more to come. */
  readonly more: boolean;
}

export interface RecordFeed {
  readonly way: "API" | "TABLE";
  /** Says where it is, without secrets. */
  readonly name: string;
  /**
   * Hands over each record as JSON text on one line, behind `position`; null is from the beginning.
   *
   * @throws GoldseedError SOURCE_UNAVAILABLE, or SOURCE_FAULTY for an answer that must not be believed.
   */
  readonly read: (
    position: FeedPosition | null,
    take: (line: string) => Promise<void>,
    signal?: AbortSignal,
  ) => Promise<FeedReading>;
}
