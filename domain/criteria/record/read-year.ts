/** A year of entry, as a number or as the text a spreadsheet makes of it; undefined for anything else. */
export function readYear(value: unknown): number | undefined {
  if (typeof value === "string" && /^\d{4}$/.test(value)) return Number(value);
  return typeof value === "number" ? value : undefined;
}
