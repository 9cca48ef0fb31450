/** Order of rows the plain way: by their keys, texts by bytes. */
import type { NaiveRow } from "./naive-store.ts";

export type Key = readonly [column: string, nullAs?: string];

export function compareRows(keys: readonly Key[], a: NaiveRow, b: NaiveRow): number {
  for (const [column, nullAs] of keys) {
    const [left, right] = [a[column] ?? nullAs, b[column] ?? nullAs];
    const numeric =
      typeof left === "number" || (column === "id" && /^\d+$/.test(String(left)))
        ? Number(left) - Number(right)
        : Buffer.compare(Buffer.from(String(left)), Buffer.from(String(right)));
    if (numeric !== 0) return numeric;
  }
  return 0;
}
