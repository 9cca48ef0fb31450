/** What a demonstration district follows from: the same plan gives the same district, byte for byte. */
import type { ScaleName } from "./scale.ts";

export interface Plan {
  readonly scale: ScaleName;
  readonly seed: number;
  /** The day the district is made for, `YYYY-MM-DD`: renewals and fiscal years run up to it. */
  readonly asOf: string;
}

export const defaultSeed = 370211;

/** The day whose counts of titles the district carries. */
export const figuresDate = "2024-12-31";

/** Raised when the same plan gives another district than before; a store filled by an older one says so. */
export const planVersion = 1;

/** The last complete fiscal year: its reports are in by the end of June. */
export function lastFiscalYear(asOf: string): number {
  return Number(asOf.slice(0, 4)) - (asOf.slice(5) >= "07-01" ? 1 : 2);
}

/** Four fiscal years, oldest first: growth over two or three years has a base year whatever day is asked about. */
export function fiscalYears(asOf: string): readonly number[] {
  const last = lastFiscalYear(asOf);
  return [last - 3, last - 2, last - 1, last];
}
