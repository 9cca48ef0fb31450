/** Which cell styles show a number as a date: the number of such a cell is a day, that of any other is a number. */
import type { Workbook } from "./open-workbook.ts";
import { parseXml, type Attributes } from "./parse-xml.ts";
import { workbookLimits } from "./workbook-limits.ts";
import { refusedFile } from "../refused-file.ts";

/** Formats that a file need not spell out (ECMA-376, 18.8.30), those of Chinese and Japanese days among them. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) ||
  (id >= 27 && id <= 36) ||
  (id >= 45 && id <= 47) ||
  (id >= 50 && id <= 58);

/** Numbers of the styles (`s` of a cell) that are dates. */
export async function readDateStyles(
  workbook: Workbook,
  part: string,
): Promise<ReadonlySet<number>> {
  const dates = new Set<number>();
  if (!workbook.has(part)) return dates;
  const own = new Map<number, boolean>();
  let inCellFormats = false;
  let style = 0;
  const open = (name: string, attributes: Attributes): void => {
    const id = Number(attributes["numFmtId"] ?? 0);
    if (name === "numFmt") own.set(id, isDateFormat(attributes["formatCode"] ?? ""));
    if (name === "cellXfs") inCellFormats = true;
    if (name !== "xf" || !inCellFormats) return;
    if (own.get(id) ?? isBuiltInDate(id)) dates.add(style);
    style++;
    if (Math.max(style, own.size) > workbookLimits.formats) {
      throw refusedFile(workbook.name, "样式过多", "has too many styles; save it as CSV");
    }
  };
  const close = (name: string): void => {
    if (name === "cellXfs") inCellFormats = false;
  };
  for await (const _ of parseXml(workbook.name, workbook.read(part), { open, close }));
  return dates;
}

/** Quoted text, escapes, colours and conditions are no part of the pattern; `[h]` counts hours and is no day. */
export function isDateFormat(code: string): boolean {
  const pattern = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").toLowerCase();
  return /[yd年]/.test(pattern) || (/m/.test(pattern) && !/[#0]/.test(pattern));
}
