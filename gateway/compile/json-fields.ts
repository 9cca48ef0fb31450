/** Fields that a row keeps inside a JSON column: lists of objects, one object, counts by name. */
import type {
  JsonCountsField,
  JsonListField,
  JsonObjectField,
  JsonType,
} from "../../resolvers/shape-language.ts";
import { type CompileContext, type Row, shapeNamed } from "./compile-context.ts";
import type { FieldRequest } from "./field-expression.ts";
import { jsonArray, jsonObject, type Selected, valueOf } from "./json-text.ts";
import { childRow } from "./join.ts";
import { columnOf, identifier } from "./sql-text.ts";

type FieldsOf = (context: CompileContext, request: FieldRequest, row: Row) => readonly Selected[];

/** Members of another type than the record names are an error of the writer; a column of another kind is none. */
export function jsonCompilers(fieldsOf: FieldsOf) {
  const rowOf = (context: CompileContext, request: FieldRequest, type: string): Row =>
    childRow(context, shapeNamed(context, type), request.row, []);
  return {
    "json-list": (context: CompileContext, request: FieldRequest<JsonListField>): string => {
      const { type, column, record } = request.shape;
      const child = rowOf(context, request, type);
      const array = columnOf(request.row.alias, column);
      const names = Object.keys(record).map(identifier);
      const rows = `rows from (jsonb_to_recordset(${array}) as (${typesOf(record)})) with ordinality as ${child.alias}(${[...names, "place"].join(", ")})`;
      const list = jsonArray(
        fieldsOf(context, request, child),
        ` from ${rows} order by ${child.alias}.place`,
      );
      return `case when jsonb_typeof(${array}) = 'array' then ${valueOf(list)} end`;
    },
    "json-object": (context: CompileContext, request: FieldRequest<JsonObjectField>): string => {
      const { type, column, record } = request.shape;
      const child = rowOf(context, request, type);
      const object = columnOf(request.row.alias, column);
      const names = Object.keys(record).map(identifier).join(", ");
      const row = ` from rows from (jsonb_to_record(${object}) as (${typesOf(record)})) as ${child.alias}(${names})`;
      return `case when jsonb_typeof(${object}) = 'object' then ${valueOf(jsonObject(fieldsOf(context, request, child), row))} end`;
    },
    "json-counts": (context: CompileContext, request: FieldRequest<JsonCountsField>): string => {
      const { type, column } = request.shape;
      const child = rowOf(context, request, type);
      const object = columnOf(request.row.alias, column);
      const rows = `rows from (jsonb_each_text(${object})) as ${child.alias}(name, count)`;
      const list = jsonArray(
        fieldsOf(context, request, child),
        ` from ${rows} order by ${child.alias}.count::int desc, ${child.alias}.name`,
      );
      return `case when jsonb_typeof(${object}) = 'object' then ${valueOf(list)} end`;
    },
  } as const;
}

const typesOf = (record: Readonly<Record<string, JsonType>>): string =>
  Object.entries(record)
    .map(([name, type]) => `${identifier(name)} ${type}`)
    .join(", ");
