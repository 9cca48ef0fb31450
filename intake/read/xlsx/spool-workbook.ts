/**
 * Writes the sheet of a workbook that fits a source out as lines, one a row, so that line and row have the same number.
 * What follows reads lines and knows nothing of workbooks; an import that was killed writes the same lines again.
 */
import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { fitHeader } from "../../describe/fit-header.ts";
import type { DescribedColumns } from "../../describe/source-description.ts";
import { refusedFile } from "../refused-file.ts";
import type { CellSurroundings } from "./cell-text.ts";
import { readDateStyles } from "./date-styles.ts";
import { openWorkbook, type Workbook } from "./open-workbook.ts";
import { readSheetRows, type SheetRow } from "./read-sheet-rows.ts";
import { readSharedStrings, SharedStrings } from "./shared-strings.ts";
import { readWorkbookSheets, type SheetPart } from "./workbook-sheets.ts";
import { workbookLimits } from "./workbook-limits.ts";

export interface SpooledSheet {
  readonly path: string;
  readonly bytes: number;
  /** Number of the last row. */
  readonly rows: number;
  readonly sheet: string;
}

const rowsToTry = 5;

/** `folder`: a temporary one. @throws GoldseedError FILE_REFUSED with what is wrong with the workbook. */
export async function spoolWorkbook(
  file: { readonly path: string; readonly name: string; readonly folder: string },
  description: DescribedColumns,
  signal?: AbortSignal,
): Promise<SpooledSheet> {
  const workbook = await openWorkbook(file.path, file.name);
  const texts = new SharedStrings(file.folder);
  try {
    const { sheets, strings, styles, from1904 } = await readWorkbookSheets(workbook);
    await readSharedStrings(workbook, strings, texts);
    const dateStyles = await readDateStyles(workbook, styles);
    const around = { sharedText: (index: number) => texts.at(index), dateStyles, from1904 };
    const chosen = await chooseSheet(workbook, { sheets, around, description });
    const lines = new LineWriter(file.name, (await stat(file.path)).size);
    const path = join(file.folder, "sheet");
    const source = lines.of(readSheetRows(workbook, chosen.part, around), signal);
    await pipeline(Readable.from(source), createWriteStream(path));
    return { path, bytes: lines.bytes, rows: lines.row, sheet: chosen.title };
  } finally {
    texts.close();
    workbook.close();
  }
}

interface Choice {
  readonly sheets: readonly SheetPart[];
  readonly around: CellSurroundings;
  readonly description: DescribedColumns;
}

/** The visible sheet among whose first rows stands the header that fits best. */
async function chooseSheet(workbook: Workbook, choice: Choice): Promise<SheetPart> {
  let best: { readonly sheet: SheetPart; readonly found: number } | undefined;
  for (const sheet of choice.sheets) {
    const rows = await firstRows(workbook, sheet.part, choice.around);
    const fits = rows.map(
      ({ cells }) => fitHeader(cells.map(headerText), choice.description).found,
    );
    const found = Math.max(0, ...fits);
    if (best === undefined || found > best.found) best = { sheet, found };
  }
  if (best !== undefined) return best.sheet;
  throw refusedFile(workbook.name, "没有可见的工作表", "has no visible sheet");
}

async function firstRows(workbook: Workbook, part: string, around: CellSurroundings) {
  const first: SheetRow[] = [];
  for await (const rows of readSheetRows(workbook, part, around)) {
    first.push(...rows.slice(0, rowsToTry));
    if (first.length >= rowsToTry) break;
  }
  return first.slice(0, rowsToTry);
}

const headerText = (cell: string | null): string => (cell ?? "").trim();

class LineWriter {
  readonly #name: string;
  readonly #most: number;
  bytes = 0;
  row = 0;

  constructor(name: string, fileBytes: number) {
    this.#name = name;
    this.#most = Math.max(workbookLimits.spoolBeforeRatio, fileBytes * workbookLimits.spoolRatio);
  }

  async *of(blocks: AsyncIterable<readonly SheetRow[]>, signal?: AbortSignal) {
    for await (const rows of blocks) {
      signal?.throwIfAborted();
      let text = "";
      for (const { row, cells } of rows) {
        text += `${"\n".repeat(row - 1 - this.row)}${JSON.stringify(cells)}\n`;
        this.row = row;
      }
      const bytes = Buffer.from(text);
      this.bytes += bytes.length;
      if (this.bytes > this.#most) throw this.#tooMuch();
      yield bytes;
    }
  }

  #tooMuch() {
    return refusedFile(
      this.#name,
      "内容展开后远大于文件本身（同一文本被大量重复引用），已停止读取",
      "means far more text than its size allows (one text stands in very many cells); reading was stopped",
    );
  }
}
