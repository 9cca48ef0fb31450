/** From a row to the rows that belong to it. */
import type { Join, TypeShape } from "../../resolvers/shape-language.ts";
import type { CompileContext, Found, Row } from "./compile-context.ts";
import { columnOf } from "./sql-text.ts";

/** A row of another table, which the statement reads from then on; columns joined to known ones are known too. */
export function childRow(context: CompileContext, shape: TypeShape, parent: Row, join: Join): Row {
  const known = new Map<string, string>();
  for (const [local, remote] of join) {
    const value = parent.known.get(local);
    if (value !== undefined) known.set(remote, value);
  }
  if (shape.table !== null) context.tables.add(shape.table);
  return { shape, alias: context.nextAlias(), known, ...(parent.listed && { listed: true }) };
}

const equality = /^(\w+)\."(\w+)"(?: collate "C")? = (\$\d+::text)$/u;

/**
 * The row with what its conditions tell: a column that must equal a parameter is that parameter for all that is joined to
 * it. The town of a town's twenty enterprises is then looked up once, and not for each of them.
 */
export function withKnown(row: Row, conditions: readonly string[]): Row {
  const known = new Map(row.known);
  for (const condition of conditions) {
    const [, alias, column, parameter] = equality.exec(condition) ?? [];
    if (alias === row.alias && column && parameter && !known.has(column))
      known.set(column, parameter);
  }
  return { ...row, known };
}

export function foundBy(join: Join): Found {
  return join.some(([, remote]) => remote === "credit_code") ? "by enterprise" : "by area";
}

export function joinConditions(parent: Row, child: Row, join: Join): readonly string[] {
  return join.map(
    ([local, remote]) =>
      `${columnOf(child.alias, remote)} = ${parent.known.get(local) ?? columnOf(parent.alias, local)}`,
  );
}
