/** Column groups that recur: one place says what scope and provenance look like on every table. */
import { sql, type SQL } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  check,
  index,
  numeric,
  text,
  timestamp,
} from "drizzle-orm/pg-core";

import { noteClosed } from "./closed-columns.ts";

/** The 18-character unified social credit code: first in every key of an enterprise-scoped table (scale.md). */
export const creditCode = () => text("credit_code").notNull();

/**
 * Area codes on every scoped table, so that row-level security needs no join (an EXISTS on the parent costs 40 % more).
 * Null while the town of an address is not known: such a row is seen by the district alone.
 */
export const scope = () => ({ townCode: text("town_code"), zoneCode: text("zone_code") });

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });

/** Where a fact came from and how it found its enterprise. */
export const provenance = () => ({
  sourceId: text("source_id").notNull(),
  /** The record's own key in its source, as delivered. */
  recordKey: text("record_key").notNull(),
  importRunId: bigint("import_run_id", { mode: "bigint" }),
  receivedAt: instant("received_at").notNull().defaultNow(),
  linkMethod: text("link_method").notNull(),
  /** 0 to 1; 1 for a valid credit code whose name agrees. */
  linkConfidence: numeric("link_confidence").notNull(),
});

/** `column in (list)`; null passes, as in SQL. */
export function oneOf(name: string, column: AnyPgColumn, values: readonly string[]) {
  const list: SQL = sql.raw(values.map((value) => `'${value}'`).join(", "));
  const condition = sql`${column} in (${list})`;
  if (values.every((value) => /^[\w.-]+$/u.test(value))) noteClosed(condition, column.name);
  return check(name, condition);
}

/** Indexes by which a town's or a zone's rows are found without the whole table. */
export function scopeIndexes(
  table: string,
  columns: {
    readonly townCode: AnyPgColumn;
    readonly zoneCode: AnyPgColumn;
    readonly creditCode: AnyPgColumn;
  },
) {
  return [
    index(`${table}_town_idx`).on(columns.townCode, columns.creditCode),
    index(`${table}_zone_idx`).on(columns.zoneCode, columns.creditCode),
  ];
}

/**
 * Of a table of facts: by the record that states them, whose enterprise may turn out to be another. Not by area: facts are
 * reached from their enterprise alone, and each index is a twelfth of what merging a record takes (docs/decisions/0345).
 */
export function recordIndex(table: string, columns: { readonly recordKey: AnyPgColumn }) {
  return index(`${table}_record_idx`).on(columns.recordKey);
}
