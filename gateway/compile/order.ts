/** ORDER BY and keyset conditions over keys that are never null. */
import type { OrderKey } from "../../resolvers/shape-language.ts";
import { columnOf, literal } from "./sql-text.ts";

export interface Order {
  readonly keys: readonly OrderKey[];
  readonly descending: boolean;
}

/** The key of a row as the order compares it. */
export function keyExpression(alias: string, key: OrderKey): string {
  const column = columnOf(alias, key.column);
  return key.nullAs === undefined
    ? column
    : `coalesce(${column}, ${literal(key.nullAs)}::${key.type})`;
}

export function orderBy(alias: string, order: Order, reversed = false): string {
  const direction = order.descending === reversed ? "asc" : "desc";
  return order.keys.map((key) => `${keyExpression(alias, key)} ${direction}`).join(", ");
}

/** Rows beyond the given keys; one row comparison, which an index on the keys answers as a range. */
export function beyond(
  alias: string,
  order: Order,
  keys: readonly string[],
  side: "after" | "before",
): string {
  const operator = (side === "after") === order.descending ? "<" : ">";
  return `(${order.keys.map((key) => keyExpression(alias, key)).join(", ")}) ${operator} (${keys.join(", ")})`;
}

/** Rows up to and with the given keys: the complement of `beyond`. */
export function upTo(
  alias: string,
  order: Order,
  keys: readonly string[],
  side: "after" | "before",
): string {
  const operator = (side === "after") === order.descending ? ">=" : "<=";
  return `(${order.keys.map((key) => keyExpression(alias, key)).join(", ")}) ${operator} (${keys.join(", ")})`;
}

export function plainOrder(alias: string, keys: readonly OrderKey[]): string {
  return keys
    .map((key) => `${keyExpression(alias, key)} ${key.descending ? "desc" : "asc"}`)
    .join(", ");
}
