/** The rows of one sheet, as they are unpacked: memory holds the rows of one chunk. */
import { refusedFile } from "../refused-file.ts";
import { type CellSurroundings, cellText, type RawCell } from "./cell-text.ts";
import type { Workbook } from "./open-workbook.ts";
import { type Attributes, parseXml } from "./parse-xml.ts";
import { workbookLimits } from "./workbook-limits.ts";

export interface SheetRow {
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number;
  /** Up to the last cell that holds something. */
  readonly cells: readonly (string | null)[];
}

/** Rows without a cell are left out. @throws GoldseedError FILE_REFUSED for rows and columns that no sheet has. */
export async function* readSheetRows(
  workbook: Workbook,
  part: string,
  around: CellSurroundings,
): AsyncGenerator<readonly SheetRow[], void, undefined> {
  const collector = new RowCollector(workbook.name, around);
  for await (const _ of parseXml(workbook.name, workbook.read(part), collector)) {
    const rows = collector.take();
    if (rows.length > 0) yield rows;
  }
}

interface Mutable {
  type: string;
  style: number;
  value: string | null;
  formula: string | null;
  column: number;
  /** As written: `BC12`. */
  reference: string;
}

class RowCollector {
  readonly #name: string;
  readonly #around: CellSurroundings;
  #rows: SheetRow[] = [];
  #row = 0;
  #cells: (string | null)[] = [];
  #column = 0;
  #cell: Mutable | null = null;
  #into: "value" | "formula" | null = null;
  #inGuide = false;

  constructor(name: string, around: CellSurroundings) {
    this.#name = name;
    this.#around = around;
  }

  take(): readonly SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === "row") this.#openRow(attributes);
    else if (name === "c") this.#openCell(attributes);
    else if (name === "rPh") this.#inGuide = true;
    else if (name === "v" || (name === "t" && !this.#inGuide)) this.#into = "value";
    else if (name === "f") {
      this.#into = "formula";
      if (this.#cell !== null) this.#cell.formula ??= "";
    }
  };

  readonly text = (text: string): void => {
    if (this.#cell === null || this.#into === null) return;
    this.#cell[this.#into] = (this.#cell[this.#into] ?? "") + text;
  };

  readonly close = (name: string): void => {
    if (name === "c") this.#closeCell();
    else if (name === "row" && this.#cells.some((cell) => cell !== null)) {
      this.#rows.push({ row: this.#row, cells: this.#cells });
    } else if (name === "rPh") this.#inGuide = false;
    else this.#into = null;
  };

  #openRow(attributes: Attributes): void {
    const said = attributes["r"];
    const row = said === undefined ? this.#row + 1 : Number(said);
    if (!Number.isInteger(row) || row > workbookLimits.rows || row <= this.#row) {
      throw refusedFile(
        this.#name,
        `行号“${said ?? row}”不合规（应递增且不超过 ${workbookLimits.rows}）`,
        `has a row numbered "${said ?? row}": numbers must rise and end at ${workbookLimits.rows}`,
      );
    }
    this.#row = row;
    this.#cells = [];
    this.#column = 0;
  }

  #openCell(attributes: Attributes): void {
    const said = attributes["r"];
    this.#column = said === undefined ? this.#column + 1 : columnOf(said);
    const style = Number(attributes["s"] ?? 0);
    const type = attributes["t"] ?? "n";
    const reference = said ?? `第 ${this.#column} 列`;
    this.#cell = { type, style, value: null, formula: null, column: this.#column, reference };
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (cell === null) return;
    const text = cellText(cell satisfies RawCell, this.#around);
    if (text === null) return;
    if (!(cell.column >= 1 && cell.column <= workbookLimits.columns)) throw this.#tooWide(cell);
    while (this.#cells.length < cell.column - 1) this.#cells.push(null);
    this.#cells[cell.column - 1] = text;
  }

  #tooWide({ reference }: { readonly reference: string }) {
    return refusedFile(
      this.#name,
      `第 ${this.#row} 行有单元格“${reference}”，最多读 ${workbookLimits.columns} 列；请删去表格右侧多余的内容后另存`,
      `has a cell "${reference}" in row ${this.#row}; at most ${workbookLimits.columns} columns are read. Clear what stands right of the table and save it anew`,
    );
  }
}

/** `BC12` is column 55; NaN for what is no reference. */
function columnOf(reference: string): number {
  const letters = /^\$?([A-Z]{1,3})\$?\d+$/.exec(reference)?.[1];
  if (letters === undefined) return Number.NaN;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
