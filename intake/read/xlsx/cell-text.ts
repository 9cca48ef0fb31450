/** What a cell of a workbook says, as text without loss. */
export interface RawCell {
  /** `t` of the cell: s, inlineStr, str, b, e, d, n. */
  readonly type: string;
  readonly style: number;
  /** Text of `v`, or of the inline string; null when there is none. */
  readonly value: string | null;
  /** Text of the formula; null without one. It is never run. */
  readonly formula: string | null;
}

export interface CellSurroundings {
  readonly sharedText: (index: number) => string | undefined;
  readonly dateStyles: ReadonlySet<number>;
  readonly from1904: boolean;
}

/** Null for an empty cell. */
export function cellText(cell: RawCell, around: CellSurroundings): string | null {
  const { type, value, formula } = cell;
  // A formula that was never calculated has no value; shown as it stands it fails the check of its column.
  if (value === null) return formula === null ? null : `=${formula}`;
  if (type === "s") return unescape(around.sharedText(Number(value)) ?? "");
  if (type === "b") return value === "1" ? "TRUE" : "FALSE";
  if (type !== "n" && type !== "") return unescape(value);
  return around.dateStyles.has(cell.style)
    ? (dayText(Number(value), around.from1904) ?? value)
    : numberText(value);
}

/** Writers give 17 digits of a double; the shortest decimal that means the same double is what was typed. */
function numberText(value: string): string {
  if (!/^-?\d+\.\d{10,}$/.test(value)) return value;
  const shortest = String(Number(value));
  return shortest.includes("e") ? value : shortest;
}

const msPerDay = 86_400_000;
const lastDay = 2_958_465;

/** Null for what is no day. 1900 is taken for a leap year by spreadsheets: days before March 1900 are one off. */
function dayText(serial: number, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial > lastDay) return null;
  const days = from1904 ? serial + 1_462 : serial;
  const since = days < 60 ? days + 1 : days;
  const instant = new Date(Date.UTC(1899, 11, 30) + Math.round((since * msPerDay) / 1_000) * 1_000);
  const text = instant.toISOString();
  return text.slice(11, 19) === "00:00:00"
    ? text.slice(0, 10)
    : text.slice(0, 19).replace("T", " ");
}

/** Control characters are written as `_x000D_`. PostgreSQL stores no NUL: the picture of it keeps the place visible. */
const unescape = (text: string): string =>
  text.includes("_x")
    ? text
        .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
        .replaceAll("\0", "␀")
        .replace(/\p{Surrogate}/gu, "\uFFFD")
    : text;
