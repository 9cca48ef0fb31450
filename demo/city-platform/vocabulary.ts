/** The closed word lists of the protocol. */
export const levels = ["L0", "L1", "L2", "L3"] as const;
export type Level = (typeof levels)[number];

export const trees = ["titles", "recommendations"] as const;
export type Tree = (typeof trees)[number];

export const titleKinds = [
  "INNOVATIVE",
  "SPECIALIZED",
  "LITTLE_GIANT",
  "EAGLET",
  "GAZELLE",
  "UNICORN",
  "HIGH_TECH",
  "TECH_SME",
] as const;

export const titleLevels = ["NATIONAL", "PROVINCIAL", "MUNICIPAL", "DISTRICT"] as const;
export const titleStatuses = ["VALID", "EXPIRED", "REVOKED"] as const;
export const filingStatuses = [
  "NOT_STARTED",
  "DRAFT",
  "SUBMITTED",
  "RETURNED",
  "APPROVED",
] as const;

export const operations = [
  "capabilities",
  "titles",
  "titlesByKey",
  "recommendationsByKey",
  "pushBatch",
  "readBatch",
  "records",
  "hashes",
  "compare",
  "leaves",
  "bucketRecords",
  "statements",
  "exportTitles",
] as const;
export type Operation = (typeof operations)[number];
