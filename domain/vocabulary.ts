/**
 * The closed word lists of the domain, each named once: the store checks columns against them, the graph's enums are
 * proven equal to them by a test, and docs/glossary.md pairs each word with its Chinese original.
 */

/** City, district, functional zone, town or sub-district: the four tiers of government. */
export const tiers = ["CITY", "DISTRICT", "ZONE", "TOWN"] as const;
export type Tier = (typeof tiers)[number];

/** What a principal may do inside its tier. */
export const roles = [
  "VIEWER",
  "SPECIALIST",
  "OFFICER",
  "DEVELOPER",
  "AUDITOR",
  "MACHINE",
] as const;
export type Role = (typeof roles)[number];

/** Classification by GB/T 43697: public registry, internal, sensitive business, personal. */
export const classifications = ["L1", "L2", "L3", "L4"] as const;
export type Classification = (typeof classifications)[number];

export const enterpriseKinds = [
  "COMPANY",
  "BRANCH",
  "INDIVIDUAL_BUSINESS",
  "COOPERATIVE",
  "OTHER",
] as const;
export type EnterpriseKind = (typeof enterpriseKinds)[number];

export const enterpriseStatuses = [
  "ACTIVE",
  "REVOKED",
  "CANCELLED",
  "MOVED_OUT",
  "UNKNOWN",
] as const;
export type EnterpriseStatus = (typeof enterpriseStatuses)[number];

export const sizeClasses = ["LARGE", "MEDIUM", "SMALL", "MICRO"] as const;
export type SizeClass = (typeof sizeClasses)[number];

/** The six cultivation libraries, in the order of the two ladders. */
export const libraryKinds = [
  "INNOVATIVE",
  "SPECIALIZED",
  "LITTLE_GIANT",
  "EAGLET",
  "GAZELLE",
  "UNICORN",
] as const;
export type LibraryKind = (typeof libraryKinds)[number];

export const titleKinds = [...libraryKinds, "HIGH_TECH", "TECH_SME"] as const;
export type TitleKind = (typeof titleKinds)[number];

export const titleLevels = ["NATIONAL", "PROVINCIAL", "MUNICIPAL", "DISTRICT"] as const;
export type TitleLevel = (typeof titleLevels)[number];

export const titleStatuses = ["VALID", "EXPIRED", "REVOKED"] as const;
export type TitleStatus = (typeof titleStatuses)[number];

export const ipKinds = [
  "INVENTION_PATENT",
  "UTILITY_MODEL",
  "DESIGN_PATENT",
  "TRADEMARK",
  "SOFTWARE_COPYRIGHT",
  "IC_LAYOUT",
  "PLANT_VARIETY",
] as const;
export type IpKind = (typeof ipKinds)[number];

export const ipStatuses = ["APPLIED", "GRANTED", "LAPSED", "INVALIDATED"] as const;
export type IpStatus = (typeof ipStatuses)[number];

export const ipAcquisitions = ["SELF_DEVELOPED", "TRANSFERRED", "LICENSED", "UNKNOWN"] as const;
export type IpAcquisition = (typeof ipAcquisitions)[number];

/** How a record found its enterprise; `REGISTRY` is the registry's own row. */
export const linkMethods = [
  "REGISTRY",
  "CREDIT_CODE",
  "REPAIRED_CODE",
  "TAX_NUMBER",
  "ORGANISATION_CODE",
  "REGISTRATION_NUMBER",
  "NAME",
  "FORMER_NAME",
  "SCORED",
  "REVIEWED",
] as const;
export type LinkMethod = (typeof linkMethods)[number];

export const importStates = [
  "STAGING",
  "VALIDATING",
  "LINKING",
  "MERGING",
  "RELINKING",
  "DONE",
  "HELD",
  "FAILED",
  "UNDONE",
] as const;
export type ImportState = (typeof importStates)[number];

export const syncDirections = ["PULL", "PUSH", "VERIFY"] as const;
export type SyncDirection = (typeof syncDirections)[number];

export const alertStates = [
  "PENDING",
  "IN_PROGRESS",
  "DONE",
  "TRANSFERRED",
  "FALSE_ALARM",
  "CLOSED",
] as const;
export type AlertState = (typeof alertStates)[number];

export const alertLevels = ["HIGH", "MEDIUM", "LOW"] as const;
export type AlertLevel = (typeof alertLevels)[number];

/** Tiers that handle alerts. */
export const alertHandlers = ["TOWN", "ZONE", "DISTRICT"] as const;
export type AlertHandler = (typeof alertHandlers)[number];

export const screeningStates = [
  "DRAFT",
  "PENDING_APPROVAL",
  "ACTIVE",
  "PAUSED",
  "SUPERSEDED",
] as const;
export type ScreeningState = (typeof screeningStates)[number];

export const followUpKinds = ["VISIT", "CALL", "MEETING", "MESSAGE", "OTHER"] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

export const followUpOutcomes = [
  "WILL_APPLY",
  "NEEDS_SUPPORT",
  "NOT_INTERESTED",
  "NOT_REACHED",
  "WRONG_DATA",
  "OTHER",
] as const;
export type FollowUpOutcome = (typeof followUpOutcomes)[number];

/** How claimed, registered and computed compare for one title. */
export const verificationOutcomes = [
  "CONSISTENT",
  "CLAIMED_NOT_REGISTERED",
  "REGISTERED_NOT_MEETING",
  "LAPSING",
  "MEETS_NOT_APPLIED",
  "UNDECIDABLE",
] as const;
export type VerificationOutcome = (typeof verificationOutcomes)[number];

/** Three-valued truth as stored and shown: missing data is UNKNOWN, never FALSE. */
export const verdicts = ["TRUE", "FALSE", "UNKNOWN"] as const;
export type Verdict = (typeof verdicts)[number];
