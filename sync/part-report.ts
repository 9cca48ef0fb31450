/** What one part of an exchange came to. */
import type { SyncDirection } from "../domain/vocabulary.ts";
import { noCounts, type RunCounts, type RunState } from "../store/queries/sync-runs.ts";

export interface PartReport {
  readonly runId: string | null;
  readonly direction: SyncDirection;
  readonly stream: string;
  readonly state: Exclude<RunState, "RUNNING">;
  readonly counts: RunCounts;
  /** Why it did not end well; null when it did. */
  readonly failure: string | null;
  /** What ended it was the platform's being away or refusing us, so the other parts need not try. */
  readonly cutOff: boolean;
  /** Only for VERIFY: level and result of the comparison. */
  readonly agreement: Agreement | null;
}

export interface Agreement {
  readonly level: string;
  readonly agreed: boolean;
  readonly records: number;
  readonly root: string;
  readonly differences: number;
  readonly roundTrips: number;
  readonly bytesExchanged: number;
}

export function partReport(
  part: Pick<PartReport, "direction" | "stream"> & Partial<PartReport>,
): PartReport {
  return {
    runId: null,
    state: "DONE",
    counts: noCounts,
    failure: null,
    cutOff: false,
    agreement: null,
    ...part,
  };
}
