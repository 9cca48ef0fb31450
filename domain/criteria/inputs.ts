/** What is known of one enterprise on one day: the facts a rule may look at. What is absent is unknown. */
import { type Decimal, formatDecimal, isDecimal } from "../../lib/decimal.ts";

export type Value = Decimal | boolean | string;

export interface Inputs {
  readonly values: ReadonlyMap<string, Value>;
  /** Ids of the titles valid on the day; undefined when it is not known which it holds. */
  readonly titles: ReadonlySet<string> | undefined;
  /** Titles, not among `titles`, of which it is not known whether it holds them: their register is not connected. */
  readonly unknownTitles?: ReadonlySet<string>;
}

/** Whether a title is held; undefined when that is not known. */
export function holdsTitle({ titles, unknownTitles }: Inputs, title: string): boolean | undefined {
  if (titles === undefined) return undefined;
  return titles.has(title) || (unknownTitles?.has(title) === true ? undefined : false);
}

export function textOf(value: Value): string {
  return isDecimal(value) ? formatDecimal(value) : String(value);
}
