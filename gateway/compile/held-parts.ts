/** Relations whose rows a list's read model holds in the row itself: no lookup, and the same JSON as from their tables. */
import { type GraphQLObjectType, getNamedType } from "graphql";

import type { HeldManyField, HeldOneField } from "../../resolvers/shape-language.ts";
import type { CompileContext, Row } from "./compile-context.ts";
import type { FieldRequest } from "./field-expression.ts";
import { setsOf, holdsFields } from "./held-fields.ts";
import {
  concatenated,
  jsonArray,
  jsonObject,
  type Selected,
  type Sql,
  textOf,
} from "./json-text.ts";
import { columnOf, identifier } from "./sql-text.ts";

interface Tools {
  readonly fieldsOf: (
    context: CompileContext,
    request: FieldRequest,
    row: Row,
  ) => readonly Selected[];
  readonly fieldExpression: (context: CompileContext, request: FieldRequest) => Sql;
  /** How many rows of the list are told, as the statement's text. */
  readonly limitOf: (context: CompileContext, request: FieldRequest) => string;
}

type Held = HeldOneField | HeldManyField;

export function heldCompilers({ fieldsOf, fieldExpression, limitOf }: Tools) {
  const elsewhere = (context: CompileContext, request: FieldRequest<Held>): Sql | null => {
    const { shape, definition, nodes } = request;
    const type = getNamedType(definition.type) as GraphQLObjectType;
    if (holdsFields(context, shape.held, type, setsOf(nodes))) return null;
    return fieldExpression(context, { ...request, shape: shape.elsewhere });
  };
  return {
    "held-one": (context: CompileContext, request: FieldRequest<HeldOneField>): Sql => {
      const { shape, row } = request;
      const found = elsewhere(context, request);
      if (found !== null) return found;
      const fields = fieldsOf(context, request, { ...row, shape: shape.held, known: new Map() });
      const whole = jsonObject(fields, "", true);
      const text = typeof whole === "string" ? `${whole}::text` : textOf(whole.parts);
      return concatenated([
        `case when ${columnOf(row.alias, shape.present)} then ${text} else 'null' end`,
      ]);
    },
    "held-many": (context: CompileContext, request: FieldRequest<HeldManyField>): Sql => {
      const { shape, row } = request;
      const found = elsewhere(context, request);
      if (found !== null) return found;
      const alias = context.nextAlias();
      const child: Row = { shape: shape.held, alias, known: new Map(), listed: true };
      const fields = fieldsOf(context, request, child);
      const used = columnsIn(fields, child, shape);
      const rows = used.map(
        ([column, array]) => `unnest(${columnOf(row.alias, array)}) as ${identifier(column)}`,
      );
      return jsonArray(
        fields,
        ` from (select ${rows.join(", ")} limit ${limitOf(context, request)}) ${alias}`,
        true,
      );
    },
  } as const;
}

/** At least one, so that there is a row for each. */
function columnsIn(fields: readonly Selected[], { alias }: Row, { arrays }: HeldManyField) {
  const text = fields
    .map(({ sql }) => (typeof sql === "string" ? sql : textOf(sql.parts)))
    .join(" ");
  const all = Object.entries(arrays);
  const used = all.filter(([column]) => text.includes(columnOf(alias, column)));
  return used.length > 0 ? used : all.slice(0, 1);
}
