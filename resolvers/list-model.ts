/**
 * Read models of lists: from a noun's shape and the model's table, which fields such a list is answered from. A column that
 * the table has is held; a relation is reached by columns that the table has, or held in part.
 */
import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";

import type {
  ColumnField,
  FieldShape,
  HeldManyField,
  HeldOneField,
  ListModel,
  ManyField,
  OneField,
  TypeShape,
} from "./shape-language.ts";

type Fields = Readonly<Record<string, FieldShape>>;

interface Model {
  readonly table: PgTable;
  readonly when: string;
  /** Fields whose rows are held in columns that begin with the field's name, and the shape of those rows. */
  readonly parts: Readonly<Record<string, TypeShape>>;
}

export function listModel(base: TypeShape, { table, when, parts }: Model): ListModel {
  const columns = new Set(Object.values(getTableColumns(table)).map(({ name }) => name));
  const fields: Record<string, FieldShape> = {};
  for (const [name, field] of Object.entries(base.fields)) {
    const part = parts[name];
    const held = part ? heldPart(name, field, part, columns) : heldField(field, columns);
    if (held) fields[name] = held;
  }
  return { when, columns, shape: { ...base, table: getTableName(table), fields } };
}

function heldField(field: FieldShape, columns: ReadonlySet<string>): FieldShape | null {
  if (field.kind === "column") return columns.has(field.column) ? withJson(field, columns) : null;
  if (field.kind === "remote" || field.kind === "computed")
    return field.column !== null && columns.has(field.column) ? field : null;
  if (field.kind === "global-id") return field;
  if (field.kind !== "one" && field.kind !== "many" && field.kind !== "connection") return null;
  return field.join.every(([local]) => columns.has(local)) ? field : null;
}

function withJson(field: ColumnField, columns: ReadonlySet<string>): ColumnField {
  const json = `${field.column}_json`;
  return columns.has(json) ? { ...field, json } : field;
}

function heldPart(
  name: string,
  field: FieldShape,
  part: TypeShape,
  columns: ReadonlySet<string>,
): HeldOneField | HeldManyField {
  if (field.kind === "one") return heldOne(name, field, part, columns);
  if (field.kind === "many") return heldMany(name, field, part, columns);
  throw new Error(`"${part.type}" is held by a list, but "${name}" is no relation.`);
}

function heldOne(
  name: string,
  elsewhere: OneField,
  part: TypeShape,
  columns: ReadonlySet<string>,
): HeldOneField {
  const fields: Record<string, FieldShape> = {};
  for (const [key, field] of columnsOf(part)) {
    const column = `${name}_${field.column}`;
    if (columns.has(column)) fields[key] = withJson({ ...field, column }, columns);
  }
  return {
    kind: "held-one",
    type: part.type,
    held: tableless(part, fields),
    present: `has_${name}`,
    elsewhere,
  };
}

function heldMany(
  name: string,
  elsewhere: ManyField,
  part: TypeShape,
  columns: ReadonlySet<string>,
): HeldManyField {
  const arrays: Record<string, string> = {};
  const fields: Record<string, FieldShape> = {};
  for (const [key, field] of columnsOf(part)) {
    const array = `${name}_${field.column}`;
    if (!columns.has(array)) continue;
    arrays[field.column] = array;
    fields[key] = field;
  }
  return { kind: "held-many", type: part.type, held: tableless(part, fields), arrays, elsewhere };
}

function columnsOf({ fields }: TypeShape): readonly (readonly [string, ColumnField])[] {
  return Object.entries(fields).flatMap(([key, field]) =>
    field.kind === "column" ? [[key, field] as const] : [],
  );
}

const tableless = (part: TypeShape, fields: Fields): TypeShape => ({
  ...part,
  table: null,
  scope: "none",
  fields,
});
