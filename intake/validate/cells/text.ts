/** Plain text: trimmed, control characters out; damaged or endless text is a fault. */
import type { CellReader } from "../cell-reader.ts";

// Line ends and tabs inside a cell are layout of the form it was typed into.
const layout = /[\t\r\n\v\f\u2028\u2029]+/g;
const control = /[\p{Cc}\uFEFF\u200B]/gu;
/** Anything of the two: most cells have none, and are not searched twice. */
const unusual = /[\p{Cc}\uFEFF\u200B\u2028\u2029]/u;

/** One line of text. */
export const readText: CellReader = (text, column) =>
  read(unusual.test(text) ? text.replace(layout, " ") : text, column);

/** Text whose paragraphs are kept. */
export const readLongText: CellReader = (text, column) =>
  read(text.replace(/\r\n?/g, "\n"), column, true);

function read(
  text: string,
  column: { readonly maxLength: number | null },
  keepLines = false,
): ReturnType<CellReader> {
  const value = (unusual.test(text) ? withoutControls(text, keepLines) : text).trim();
  if (column.maxLength !== null && value.length > column.maxLength) {
    return { values: [null], finding: { code: "TEXT_TOO_LONG", expected: String(value.length) } };
  }
  if (value.includes("\uFFFD")) return { values: [null], finding: { code: "TEXT_DAMAGED" } };
  return { values: [value === "" ? null : value] };
}

function withoutControls(text: string, keepLines: boolean): string {
  return text.replace(control, (character) => (keepLines && character === "\n" ? "\n" : ""));
}
