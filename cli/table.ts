/** Lays out rows in columns for a terminal, where a Chinese character takes two places. */

/** Columns are as wide as their widest cell and two places apart; the last one is left ragged. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, width(cell));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : pad(cell, widths[column] ?? 0)))
      .join("  ");
  return rows.map((row) => `${line(row)}\n`).join("");
}

/** Places a text takes in a terminal: East Asian wide and full-width characters take two (Unicode TR 11). */
export function width(text: string): number {
  let places = 0;
  for (const character of text) places += wide.test(character) ? 2 : 1;
  return places;
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

function pad(text: string, places: number): string {
  return text + " ".repeat(Math.max(0, places - width(text)));
}
