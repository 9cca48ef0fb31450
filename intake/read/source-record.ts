/** One record as it stands in a file, before anything is made of it. */
import type { Finding } from "../validate/finding.ts";

export interface SourceRecord {
  /** Line of the file on which it begins, from 1. */
  readonly line: number;
  /** Cells as read, in the order of the header; null where a JSON record lacks the name. */
  readonly cells: readonly (string | null)[];
  /** The lines as read, when they could not be taken apart; then `cells` is empty. */
  readonly text?: string;
  /** What is wrong with the record as a whole; empty for one that can be looked at cell by cell. */
  readonly faults: readonly Finding[];
}
