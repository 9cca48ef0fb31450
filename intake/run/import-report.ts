/** The figures of one import. They must sum: every record that was read is somewhere. */
import type { FileFacts } from "../read/file-facts.ts";
import type { Finding } from "../validate/finding.ts";

/** Why a batch waits for an officer. */
export interface HeldReason {
  readonly code: "BAD_ROWS" | "UNUSUAL_COUNT" | "MANY_ENDED";
  readonly messageZh: string;
  readonly messageEn: string;
}

/** How records came. Only a file is taken for all that its source has to say: the others bring what is new. */
export type WayIn = "FILE" | "API" | "TABLE" | "FORM";

export interface ImportReport {
  readonly source: { readonly id: string; readonly descriptionDigest: string };
  readonly file: Omit<FileFacts, "lines"> & {
    readonly lines: number;
    /** Null for JSON lines. */
    readonly delimiter: string | null;
    readonly headerLine: number;
    /** Columns that the description does not know; not read. */
    readonly unknownColumns: readonly string[];
    /** Described columns that the file does not have. */
    readonly absentColumns: readonly string[];
  };
  readonly dryRun: boolean;
  readonly way: WayIn;
  /** Where the file lies, while the run may have to be resumed. */
  path: string | null;
  /** Run that took in the very same file before; null when the file is new. */
  readonly sameFileAsRun: string | null;
  /** Header of the ticket column, when rows of the quarantine come back mended. */
  readonly ticketHeader: string | null;
  /** Why whoever sent the file says that its columns are right, though they look swapped; null when nobody had to. */
  readonly columnsAccepted: string | null;
  /** read = blank + quarantined + repeated + accepted */
  read: number;
  blank: number;
  quarantined: number;
  /** Rows that repeat an earlier row of the file word for word. */
  repeated: number;
  /** accepted = created + updated + unchanged + superseded + toReview + unlinked, once the run is done */
  accepted: number;
  created: number;
  updated: number;
  unchanged: number;
  /** Accepted, and a later record of the same file for the same fact counts instead. */
  superseded: number;
  /** Accepted, and waiting for an officer to say whose they are: with candidates, and without. */
  toReview: number;
  unlinked: number;
  /** Facts taken from another enterprise, as their record has turned out to be about this one. */
  withdrawn: number;
  /** Facts that a complete list no longer names, and which ended with it. */
  ended: number;
  /** Why the batch was held; empty for one that went through. */
  held: readonly HeldReason[];
  /** Who let a held batch in. */
  releasedBy: string | null;
  /** Of the updated. */
  renamed: number;
  /** Of the updated: town or zone changed. */
  moved: number;
  /** Rows with at least one value read differently than it was written. */
  repaired: number;
  /** Accepted rows by the way they found their enterprise. */
  linked: Record<string, number>;
  /** Accepted rows by the way their town was found. */
  towns: Record<string, number>;
  inZone: number;
  /** Findings by code; a row may have several. */
  reasons: Record<string, number>;
  notes: Record<string, number>;
  repairs: Record<string, number>;
  /** After a registry run: reviews tried again, and those that found their enterprise. */
  relinked: { readonly tried: number; readonly settled: number };
  /** Milliseconds of each step; of a run that was resumed, since it was. */
  readonly times: { stagingMs: number; checkingMs: number; mergingMs: number };
  /** Older quarantined rows that this run closed. */
  settled: { mended: number; superseded: number; repeated: number };
}

export function newReport(
  facts: Pick<
    ImportReport,
    | "source"
    | "file"
    | "dryRun"
    | "way"
    | "path"
    | "sameFileAsRun"
    | "ticketHeader"
    | "columnsAccepted"
  >,
): ImportReport {
  return {
    ...facts,
    read: 0,
    blank: 0,
    quarantined: 0,
    repeated: 0,
    accepted: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    superseded: 0,
    toReview: 0,
    unlinked: 0,
    withdrawn: 0,
    ended: 0,
    held: [],
    releasedBy: null,
    renamed: 0,
    moved: 0,
    repaired: 0,
    linked: {},
    towns: {},
    inZone: 0,
    reasons: {},
    notes: {},
    repairs: {},
    relinked: { tried: 0, settled: 0 },
    times: noTimes(),
    settled: { mended: 0, superseded: 0, repeated: 0 },
  };
}

export const noTimes = (): ImportReport["times"] => ({ stagingMs: 0, checkingMs: 0, mergingMs: 0 });

export function tally(counts: Record<string, number>, found: readonly Finding[]): void {
  for (const { code } of found) counts[code] = (counts[code] ?? 0) + 1;
}

export function addCounts(
  counts: Record<string, number>,
  more: Readonly<Record<string, number>>,
): void {
  for (const [key, count] of Object.entries(more)) counts[key] = (counts[key] ?? 0) + count;
}

/** @throws Error when a record has got lost on the way: a bug, never the file's fault. */
export function assertSums(report: ImportReport): void {
  const { read, blank, quarantined, repeated, accepted, created, updated, unchanged } = report;
  const merged = created + updated + unchanged + report.superseded;
  const waiting = report.toReview + report.unlinked;
  const towns = Object.values(report.towns).reduce((sum, count) => sum + count, 0);
  const ways = Object.values(report.linked).reduce((sum, count) => sum + count, 0);
  const sums = [
    [
      read,
      blank + quarantined + repeated + accepted,
      "read = blank + quarantined + repeated + accepted",
    ],
    [
      accepted,
      merged + waiting,
      "accepted = created + updated + unchanged + superseded + toReview + unlinked",
    ],
    // A registry row finds its town; a fact takes its enterprise's.
    [Object.keys(report.towns).length > 0 ? accepted : 0, towns, "accepted = sum of towns"],
    [accepted - waiting, ways, "accepted = sum of linked + toReview + unlinked"],
  ] as const;
  for (const [left, right, rule] of sums) {
    if (left !== right)
      throw new Error(`the import's figures do not sum: ${rule}: ${left} against ${right}`);
  }
}
