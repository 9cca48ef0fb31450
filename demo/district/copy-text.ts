/**
 * Cells as PostgreSQL's COPY text: tab between cells, newline after rows, \N for null, arrays in braces.
 *
 * Nothing is escaped: every text of the district is made of words that were checked when they were read (words.ts), and
 * a test of each cell was a tenth of the fill.
 */
import type { Cell } from "./sheet.ts";

/** What a word may not hold, because it would have to be escaped in a cell or an array. */
export const unsafeInCopy = /[\\\t\n\r"{}]/;

export function copyCell(cell: Cell): string {
  if (typeof cell === "string") return cell;
  if (typeof cell === "number") return String(cell);
  if (cell === null) return "\\N";
  if (typeof cell === "boolean") return cell ? "t" : "f";
  return cell.length === 0 ? "{}" : `{"${cell.join('","')}"}`;
}
