/** Numbers that are no money: counts, measures, shares of a whole. */
import type { CellReader } from "../cell-reader.ts";
import { isFinding, readNumberText, shiftPoint } from "./number-text.ts";

/** A whole number; `12.0`, as spreadsheets write it, is one. */
export const readInteger: CellReader = (text, column, context) => {
  const reading = readDecimal(text, column, context);
  const [value] = reading.values;
  if (value == null) return reading;
  const whole = shiftPoint(value, 0);
  const fits = !whole.includes(".") && whole.replace("-", "").length <= 9;
  return fits ? { values: [whole] } : { values: [null], finding: { code: "NUMBER_NOT_WHOLE" } };
};

/** An exact decimal; a unit of counting behind it (人、项、件) is left out. */
export const readDecimal: CellReader = (text, { signed }) => {
  const read = readNumberText(text, signed);
  if (read === null) return { values: [null] };
  if (isFinding(read)) return { values: [null], finding: read };
  return /^[人项件个名次家票]?$/.test(read.rest)
    ? { values: [read.digits] }
    : { values: [null], finding: { code: "NUMBER_UNREADABLE" } };
};

/** A share of the whole, 0 to 1; the column's unit says whether 12.5 is a percentage. */
export const readShare: CellReader = (text, { unit }) => {
  const read = readNumberText(text, false);
  if (read === null) return { values: [null] };
  if (isFinding(read)) return { values: [null], finding: read };
  const percent = read.rest === "%" || (read.rest === "" && unit === "%");
  if (!percent && read.rest !== "") return unreadable;
  const value = shiftPoint(read.digits, percent ? -2 : 0);
  return Number(value) <= 1
    ? { values: [value] }
    : { values: [null], finding: { code: "SHARE_ABOVE_ONE" } };
};

const unreadable = { values: [null], finding: { code: "NUMBER_UNREADABLE" } } as const;
