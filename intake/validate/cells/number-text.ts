/** A number as people write it, taken apart without floating point. */
import { foldText } from "../../../domain/enterprise/fold-text.ts";
import type { CellFinding } from "../cell-reader.ts";

export interface NumberText {
  /** Exact decimal, without separators. */
  readonly digits: string;
  /** What stands behind the number: a unit, a percent sign, nothing. */
  readonly rest: string;
}

const pattern = /^([-−]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(.*)$/u;

/** Null for a dash or a blank: nothing is said. */
export function readNumberText(text: string, signed: boolean): NumberText | CellFinding | null {
  const folded = foldText(text).replaceAll(/[\s¥￥"']/g, "");
  if (folded === "" || /^[-—/]+$/.test(folded)) return null;
  // A spreadsheet's rounding: the digits that are missing cannot be had back.
  if (/^-?\d+(\.\d+)?E[+]?\d+$/i.test(folded)) return { code: "NUMBER_ROUNDED" };
  // Accountants write a loss in brackets.
  const plain = /^\(([\d,.]+)\)(.*)$/.exec(folded);
  const match = pattern.exec(plain === null ? folded : `-${plain[1] ?? ""}${plain[2] ?? ""}`);
  if (match === null) return { code: "NUMBER_UNREADABLE" };
  const [, sign = "", whole = "", fraction = "", rest = ""] = match;
  const digits = whole.replaceAll(",", "").replace(/^0+(?=\d)/, "") + fraction;
  if (sign === "" || /^[0.]+$/.test(digits)) return { digits, rest };
  return signed ? { digits: `-${digits}`, rest } : { code: "NUMBER_NEGATIVE" };
}

export const isFinding = (read: NumberText | CellFinding): read is CellFinding => "code" in read;

/** Moves the decimal point without floating point: to the right for positive places. */
export function shiftPoint(digits: string, places: number): string {
  const sign = digits.startsWith("-") ? "-" : "";
  const [whole = "", fraction = ""] = digits.slice(sign.length).split(".");
  const all = `${"0".repeat(Math.max(0, 1 - places))}${whole}${fraction}${"0".repeat(Math.max(0, places))}`;
  const cut = all.length - fraction.length - Math.max(0, places) + places;
  const integer = all.slice(0, cut).replace(/^0+(?=\d)/, "") || "0";
  const rest = all.slice(cut).replace(/0+$/, "");
  return sign + integer + (rest === "" ? "" : `.${rest}`);
}
