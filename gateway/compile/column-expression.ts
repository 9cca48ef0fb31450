/** A column's value, and how it is written as JSON: what cannot need an escape is put between quotes as it is. */
import type { ColumnField } from "../../resolvers/shape-language.ts";
import type { Row } from "./compile-context.ts";
import { type Part, type Sql, unescaped } from "./json-text.ts";
import { columnOf } from "./sql-text.ts";

export function columnExpression(field: ColumnField, row: Row): Sql {
  const value = valueOf(field, columnOf(row.alias, field.column));
  if (field.written === undefined) return value;
  if (field.json !== undefined) {
    const json = columnOf(row.alias, field.json);
    return { value, parts: [field.present ? json : `coalesce(${json}, 'null')`] };
  }
  return { value, parts: partsOf(field, value) };
}

function valueOf({ format }: ColumnField, column: string): string {
  if (format === "text") return `${column}::text`;
  if (format === "instant") return instant(column);
  if (format === "json") return `compact_json(${column})`;
  if (format === "number") return `${column}::text::numeric`;
  return column;
}

export function instant(value: string): string {
  return `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function partsOf({ written, present }: ColumnField, value: string): readonly Part[] {
  if (written === "quoted")
    return present ? unescaped(value).parts : [`coalesce('"' || ${value} || '"', 'null')`];
  const text = written === "bare" ? `${value}::text` : `to_json(${value})::text`;
  return [present ? text : `coalesce(${text}, 'null')`];
}
