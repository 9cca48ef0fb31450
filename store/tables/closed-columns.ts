/** Columns whose values a check holds to a closed list of ours: none of them ever needs an escape. */
import type { SQL } from "drizzle-orm";
import { getTableConfig, type PgColumn, type PgTable } from "drizzle-orm/pg-core";

const closed = new WeakMap<SQL, string>();

/** @param condition of the check that holds the column to plain words. */
export function noteClosed(condition: SQL, column: string): void {
  closed.set(condition, column);
}

const byTable = new WeakMap<PgTable, ReadonlySet<string>>();

export function isClosed({ table, name }: PgColumn): boolean {
  let names = byTable.get(table);
  if (!names) {
    const { checks } = getTableConfig(table);
    names = new Set(checks.flatMap(({ value }) => closed.get(value) ?? []));
    byTable.set(table, names);
  }
  return names.has(name);
}
