/** From a row to the rows that belong to it. */
import type { Join, TypeShape } from "../../resolvers/shape-language.ts";
import type { CompileContext, Row } from "./compile-context.ts";
import { columnOf } from "./sql-text.ts";

/** A row of another table, which the statement reads from then on; columns joined to known ones are known too. */
export function childRow(context: CompileContext, shape: TypeShape, parent: Row, join: Join): Row {
  const known = new Map<string, string>();
  for (const [local, remote] of join) {
    const value = parent.known.get(local);
    if (value !== undefined) known.set(remote, value);
  }
  if (shape.table !== null) context.tables.add(shape.table);
  return { shape, alias: context.nextAlias(), known };
}

export function joinConditions(parent: Row, child: Row, join: Join): readonly string[] {
  return join.map(
    ([local, remote]) =>
      `${columnOf(child.alias, remote)} = ${parent.known.get(local) ?? columnOf(parent.alias, local)}`,
  );
}
