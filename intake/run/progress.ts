/** What an import tells those who wait for it. */
export interface Progress {
  readonly runId: string;
  readonly phase: "STAGING" | "VALIDATING" | "LINKING" | "MERGING";
  /** Bytes while staging, lines while linking, rows while merging. */
  readonly done: number;
  readonly total: number;
  readonly read: number;
  readonly quarantined: number;
}

export type OnProgress = (progress: Progress) => void;
