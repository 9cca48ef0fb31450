/** What is known of one enterprise on one day: the facts a rule may look at. What is absent is unknown. */
import { type Decimal, formatDecimal, isDecimal } from "../../lib/decimal.ts";

export type Value = Decimal | boolean | string;

export interface Inputs {
  readonly values: ReadonlyMap<string, Value>;
  /** Ids of the titles valid on the day; undefined when it is not known which it holds. */
  readonly titles: ReadonlySet<string> | undefined;
}

export function textOf(value: Value): string {
  return isDecimal(value) ? formatDecimal(value) : String(value);
}
