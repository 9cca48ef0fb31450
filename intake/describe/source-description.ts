/**
 * What a source delivers, as data: columns with the headers they go by, types, checks, and the store columns they fill.
 *
 * A source is added by writing a file in data/sources; only a new kind of target (a store table whose rows are made in
 * a way of their own) needs code.
 */
import type { Classification } from "../../domain/vocabulary.ts";
import type { FindingCode } from "../validate/finding-catalogue.ts";

export const cadences = ["REALTIME", "DAILY", "WEEKLY", "MONTHLY", "QUARTERLY", "YEARLY"] as const;
export type Cadence = (typeof cadences)[number];

/** Where accepted rows go. */
export const targets = ["ENTERPRISES", "FACTS"] as const;
export type Target = (typeof targets)[number];

/** How many store columns a cell of each type fills, in the order of `into`. */
export const cellTypes = {
  text: 1,
  longText: 1,
  companyName: 1,
  creditCode: 1,
  date: 1,
  capital: 2,
  division: 1,
  choice: 1,
  industryCode: 1,
  identifier: 1,
  money: 1,
  decimal: 1,
  share: 1,
  integer: 1,
  year: 1,
  quarter: 1,
  list: 1,
} as const satisfies Record<string, number>;
export type CellType = keyof typeof cellTypes;

export interface ColumnDescription {
  /** Name in reports, camelCase. */
  readonly field: string;
  /** Accepted headers; the first is the official one. */
  readonly headers: readonly [string, ...string[]];
  readonly type: CellType;
  /** Whether a file without the column is refused. */
  readonly column: "required" | "optional";
  /** Whether a row without the value is quarantined. */
  readonly value: "required" | "optional";
  /** Faults that leave the value unknown, with a note, where others quarantine the row. */
  readonly tolerate: readonly FindingCode[];
  readonly into: readonly string[];
  /** In characters; null means that the type's own limit alone holds. */
  readonly maxLength: number | null;
  /** For `division`: 2 for a province, 4 for a city. */
  readonly digits: number | null;
  /** For `choice`: stored word to the words that stand for it. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** For `money` and `share`: what one of the column's numbers stands for; else a remark. */
  readonly unit: string | null;
  /** Whether a number may be below zero. */
  readonly signed: boolean;
  /** For `date`: whether a day after today is believed, as of the end of a term. */
  readonly ahead: boolean;
  /** Stored when the cell says nothing; null leaves it unknown. */
  readonly otherwise: string | null;
  readonly classification: Classification;
  readonly note: string | null;
}

/** As much of a description as finds the columns of a file. */
export interface DescribedColumns {
  readonly columns: readonly Pick<ColumnDescription, "field" | "headers" | "column">[];
}

export interface LegalBasis {
  readonly document: string;
  readonly number: string;
  readonly note: string | null;
}

/** From when a batch waits for an officer before anything of it is merged. */
export interface BatchGates {
  /** 0 to 1: a larger share of quarantined rows holds the file. */
  readonly badShare: number;
  /** Files of fewer rows are not held for their share: one bad row of ten is no measure. */
  readonly fromRows: number;
  /** How many standard deviations a file's rows may be off the mean of earlier files. */
  readonly sigmas: number;
  /** Fewer earlier files than these give no mean to compare with. */
  readonly fromRuns: number;
  /** 0 to 1, for complete lists: a larger share of facts that would go holds the file. */
  readonly goneShare: number;
}

export interface SourceDescription {
  readonly id: string;
  readonly names: { readonly zh: string; readonly en: string };
  /** What the records are needed for: the first words to the department that owns them. */
  readonly purpose: { readonly zh: string; readonly en: string } | null;
  /** The department that owns the data and answers for it. */
  readonly department: string;
  readonly cadence: Cadence;
  readonly classification: Classification;
  readonly basis: readonly LegalBasis[];
  /** ISO dates; `to` is null while the description is in force. */
  readonly effective: { readonly from: string; readonly to: string | null };
  readonly target: Target;
  /** For FACTS: the store table whose rows the records are. */
  readonly table: string | null;
  /** For FACTS: store columns that are the same for every record of the source. */
  readonly constants: Readonly<Record<string, string>>;
  /** For FACTS: the field that says of which time a record speaks, so that its name is compared with the name borne then. */
  readonly mentionDate: string | null;
  /** Whether each file is the whole list: what it no longer names has ended. */
  readonly completeList: boolean;
  readonly gates: BatchGates;
  /** Fields that tell one record from another. */
  readonly key: readonly string[];
  /** 0 to 1: from which confidence a town found in an address is believed. */
  readonly townFromConfidence: number;
  readonly columns: readonly ColumnDescription[];
}
