/** A whole number given on the command line, within its bounds. */
import { GoldseedError } from "../domain/errors.ts";

/** @throws GoldseedError BAD_USER_INPUT. */
export function wholeNumber(flag: string, text: string, most: number): number {
  const value = Number(text);
  if (/^[1-9]\d*$/.test(text) && value <= most) return value;
  throw new GoldseedError(
    "BAD_USER_INPUT",
    `${flag} 须为 1 至 ${most} 的整数 / ${flag} is "${text}", expected a whole number from 1 to ${most}.`,
  );
}
