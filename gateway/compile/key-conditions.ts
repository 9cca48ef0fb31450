/**
 * How one row of a given key is found, so that another area's row and none at all are the same work.
 *
 * By the primary key a row's block is read before the row is known to be another's, and a clock can tell. A caller of some
 * areas finds an enterprise by an index that begins with the area: in collation "C", which the primary key's index does
 * not have, so that the planner cannot choose that one; and what is not the caller's is never found.
 */
import type { CompileContext, Row } from "./compile-context.ts";
import { scopePredicate } from "./scope-predicate.ts";
import { columnOf } from "./sql-text.ts";

export function keyConditions(context: CompileContext, row: Row): readonly string[] {
  const known = [...row.known].map(([column, value]) => [columnOf(row.alias, column), value]);
  const byArea =
    row.shape.table === "enterprises" &&
    scopePredicate(context, row.shape.scope, row.alias, "by key").length > 0;
  return known.map(([column, value]) => `${column}${byArea ? ' collate "C"' : ""} = ${value}`);
}
