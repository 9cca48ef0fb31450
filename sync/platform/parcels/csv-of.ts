/** A table as CSV that a spreadsheet opens rightly: UTF-8 with its mark. The batch beside it holds each cell as it is. */
import { csvLine } from "../../../lib/csv-line.ts";

export function csvOf(rows: readonly (readonly string[])[]): Buffer {
  return Buffer.from(`\uFEFF${rows.map(csvLine).join("")}`, "utf8");
}
