/** Types made of plain values that an engine returns; all other object types stand for rows and have a shape. */
export const valueTypes: ReadonlySet<string> = new Set([
  "MutationError",
  "AccessExplanation",
  "AccessReason",
  "ViewComparison",
  "ViewDifference",
  "_Service",
  "AssignTownPayload",
  "DecideConflictPayload",
  "SyncStatus",
  "SyncStreamStatus",
  "SyncLedgerStatus",
  "EnterpriseChange",
  "SyncRunChange",
]);
