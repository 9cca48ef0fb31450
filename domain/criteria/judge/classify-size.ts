/**
 * The size of an enterprise by the floors of its industry (工信部联企业〔2011〕300号): it belongs to a class when every
 * metric reaches the class's floor, and to the next one down as soon as one metric falls short.
 */
import { isDecimal, compareDecimals } from "../../../lib/decimal.ts";
import type { Inputs } from "../inputs.ts";
import type { SizePack, SizeRow } from "../pack.ts";
import { allOf, type Truth } from "../truth.ts";
import type { SizeClass } from "../verdict.ts";

export interface Size {
  /** Unknown when the industry is not covered or a missing metric leaves more than one class. */
  readonly class: SizeClass | "unknown";
  /** May be known when the class is not: every class but large is an SME. */
  readonly isSme: Truth;
  /** Metrics, or the industry, without which the class stays open. */
  readonly missing: readonly string[];
}

export const industryInput = "industry";

export function classifySize(pack: SizePack, inputs: Inputs): Size {
  const industry = inputs.values.get(industryInput);
  const row = typeof industry === "string" ? findRow(pack, industry) : undefined;
  if (row === undefined) return { class: "unknown", isSme: "unknown", missing: [industryInput] };
  const possible = possibleClasses(row, inputs);
  const [only, second] = possible;
  return {
    class: only !== undefined && second === undefined ? only : "unknown",
    isSme: !possible.includes("large") ? true : second === undefined ? false : "unknown",
    missing:
      second === undefined
        ? []
        : row.floors.map((floor) => floor.input).filter((input) => !inputs.values.has(input)),
  };
}

/** Largest first. */
function possibleClasses(row: SizeRow, inputs: Inputs): SizeClass[] {
  const possible: SizeClass[] = [];
  for (const size of ["large", "medium", "small"] as const) {
    const reached = allOf(
      row.floors.map((floor): Truth => {
        const value = inputs.values.get(floor.input);
        return isDecimal(value) ? compareDecimals(value, floor[size]) >= 0 : "unknown";
      }),
    );
    if (reached !== false) possible.push(size);
    if (reached === true) return possible;
  }
  return [...possible, "micro"];
}

/**
 * The row of an industry given by the row's key (`IND`), a section letter (`C`), or a GB/T 4754-2017 code with or
 * without its letter (`C3511`, `3511`, `65`). Undefined for what the document does not cover: finance, rail, schools.
 */
export function findRow(pack: SizePack, industry: string): SizeRow | undefined {
  const text = industry.trim().toUpperCase();
  const named = pack.rows.find((row) => row.key === text || row.sections.includes(text));
  if (named !== undefined) return named;
  const digits = /^[A-T]?(\d{2,4})$/.exec(text)?.[1];
  if (digits === undefined) return undefined;
  for (let length = digits.length; length >= 2; length--) {
    const code = digits.slice(0, length);
    const row = pack.rows.find((one) => one.codes.includes(code));
    if (row !== undefined) return row;
  }
  return undefined;
}
