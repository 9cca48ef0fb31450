/** What an import tells those who wait for it. */
export interface Progress {
  readonly runId: string;
  readonly phase: "STAGING" | "VALIDATING" | "MERGING";
  /** Bytes while staging, rows while merging, which is when they are linked. */
  readonly done: number;
  readonly total: number;
  readonly read: number;
  readonly quarantined: number;
}

export type OnProgress = (progress: Progress) => void;
