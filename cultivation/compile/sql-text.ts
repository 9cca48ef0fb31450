/** Names and constants in the text of a compiled rule. Packs are data that was checked, but nothing here relies on it. */
import { type Decimal, formatDecimal } from "../../lib/decimal.ts";

export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Whole numbers stay int4 or int8 in SQL, which compare three times as fast as numeric; others are exact numeric. */
export function figure(value: Decimal): string {
  const text = formatDecimal(value);
  return text.startsWith("-") ? `(${text})` : text;
}

/** `a and b`, `true` for none. */
export function conjunction(parts: readonly string[]): string {
  return parts.length === 0 ? "true" : `(${parts.join(" and ")})`;
}

/** `a or b`, `false` for none. */
export function disjunction(parts: readonly string[]): string {
  return parts.length === 0 ? "false" : `(${parts.join(" or ")})`;
}
