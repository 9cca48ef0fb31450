/** Where the audit's chain does not hold, and what that shows. */

/** What was done to the audit, as far as it shows. */
export type Tampering =
  | "EDITED"
  | "DELETED"
  | "DELETED_TAIL"
  | "REORDERED"
  | "DUPLICATED"
  | "INSERTED"
  | "REWRITTEN"
  | "PRUNED"
  | "CLOCK_BACK"
  | "FORGED_HEAD"
  | "REMOVED_HEAD";

export interface AuditBreak {
  readonly kind: Tampering;
  /** Number of the first entry that does not hold. */
  readonly sequence: string;
  /** Number up to which it may lie, where a head alone tells. */
  readonly until?: string;
}

/** The end of what has been proven. */
export interface ChainEnd {
  readonly sequence: string;
  readonly digest: string;
  readonly at: string;
}
