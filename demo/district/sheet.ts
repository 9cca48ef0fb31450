/** What a kind of fact says about one entity, as rows of its table: all tables are filled in the same way from sheets. */
import type { Subject } from "./subject.ts";

export type Cell = string | number | boolean | null | readonly string[];

export interface SheetRow {
  /** The record's key in its source; the credit code when left out. */
  readonly key?: string;
  /** In the order of the sheet's columns. */
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly table: string;
  /** Without credit code, area codes and provenance, which are the same for every table. */
  readonly columns: readonly string[];
  /** Source the records are said to come from; null for tables without provenance. */
  readonly source: string | null;
  readonly rows: (subject: Subject) => readonly SheetRow[];
}

/** One row per reported fiscal year. */
export function yearlyRows(
  subject: Subject,
  cellsOf: (year: Subject["figures"]["years"][number], place: number) => readonly Cell[],
): SheetRow[] {
  return subject.figures.years.map((year, place) => ({
    key: `${subject.identity.creditCode}:${year.year}`,
    cells: cellsOf(year, place),
  }));
}

/** Fills `{word}` places of a text. */
export function fillText(
  text: string | undefined,
  words: Readonly<Record<string, string>>,
): string {
  return (text ?? "").replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? "");
}
