/** A table as CSV that a spreadsheet opens rightly: UTF-8 with its mark, CRLF, no cell that would be run as a formula. */
export function csvOf(rows: readonly (readonly string[])[]): Buffer {
  const lines = rows.map((row) => `${row.map(cellOf).join(",")}\r\n`);
  return Buffer.from(`\uFEFF${lines.join("")}`, "utf8");
}

/** A cell that begins like a formula is written behind an apostrophe; the batch beside it holds it as it is. */
function cellOf(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
