/** Rows as PostgreSQL's COPY text: tab between cells, newline after rows, \N for null, arrays in braces. */
import type { Cell } from "./sheet.ts";

export function copyLine(cells: readonly Cell[]): string {
  let line = "";
  for (const [place, cell] of cells.entries()) line += (place === 0 ? "" : "\t") + copyCell(cell);
  return `${line}\n`;
}

function copyCell(cell: Cell): string {
  if (cell === null) return "\\N";
  if (typeof cell === "string") return escapeText(cell);
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "boolean") return cell ? "t" : "f";
  return escapeText(`{${cell.map(arrayElement).join(",")}}`);
}

function arrayElement(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

function escapeText(text: string): string {
  return /[\\\t\n\r]/.test(text)
    ? text.replace(/[\\\t\n\r]/g, (found) => escapes[found] ?? "")
    : text;
}
