/** What a reader of cells is given, and what it says. */
import type { RegionIndex } from "../../domain/enterprise/region-index.ts";
import type { ColumnDescription } from "../describe/source-description.ts";
import type { FindingCode } from "./finding-catalogue.ts";

/** What readers know besides the cell. */
export interface ReadingContext {
  /** ISO date of the run: nothing later is believed. */
  readonly today: string;
  readonly regions: RegionIndex;
}

export interface CellFinding {
  readonly code: FindingCode;
  /** What the check knows to be right. */
  readonly expected?: string;
}

export interface CellReading {
  /** One value per store column of `into`; null is unknown. */
  readonly values: readonly (string | null)[];
  readonly finding?: CellFinding;
}

export type CellReader = (
  text: string,
  column: ColumnDescription,
  context: ReadingContext,
) => CellReading;
