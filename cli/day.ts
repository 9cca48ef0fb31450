/** A day given on the command line. */
import { InvalidArgumentError } from "commander";

import { isIsoDate } from "../lib/iso-date.ts";

export function day(text: string): string {
  const exists: boolean = isIsoDate(text);
  if (exists) return text;
  throw new InvalidArgumentError(
    `“${text}”不是日期，请写作 YYYY-MM-DD / "${text}" is no day; write it as YYYY-MM-DD.`,
  );
}
