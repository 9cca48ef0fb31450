/** One line of a CSV that a spreadsheet opens: what would run as a formula there is made text. */

/** Half and full width, and the characters that a spreadsheet skips before it looks (OWASP: CSV injection). */
const formula = /^[=+@＝＋－＠\0\t\r\n-]/u;

/** Such a cell gets an apostrophe, which intake takes off again. Quoted after RFC 4180, ended by CR LF. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellText).join(",")}\r\n`;
}

function cellText(cell: string): string {
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
