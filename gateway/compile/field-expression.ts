/** One field of a row as a SQL expression, by the kind of its shape. */
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isObjectType,
  type SelectionSetNode,
} from "graphql";

import type {
  ByKeyField,
  CountsField,
  FieldShape,
  ListField,
  ManyField,
  MeasureField,
  OneField,
} from "../../resolvers/shape-language.ts";
import { argumentConditions } from "./argument-conditions.ts";
import { argumentOf } from "./argument-source.ts";
import { collectFields } from "./collect-fields.ts";
import { columnExpression, instant } from "./column-expression.ts";
import { type CompileContext, type Row, shapeNamed } from "./compile-context.ts";
import { connectionExpression } from "./connection.ts";
import { parseGlobalId } from "../../lib/global-id.ts";
import { heldCompilers } from "./held-parts.ts";
import { childRow, foundBy, joinConditions, withKnown } from "./join.ts";
import { jsonCompilers } from "./json-fields.ts";
import { constant, jsonArray, jsonObject, type Selected, type Sql, valueOf } from "./json-text.ts";
import { plainOrder } from "./order.ts";
import { areaConditions, listedAreas } from "./listed-areas.ts";
import { limitText } from "./page.ts";
import { keyConditions } from "./key-conditions.ts";
import { forbiddenField, refusedField } from "./refused-field.ts";
import { areaCodesParameter, isSeenArea, scopePredicate } from "./scope-predicate.ts";
import { columnOf, identifier, literal } from "./sql-text.ts";
import { toldOutside } from "./told-outside.ts";

/** Lists without a page argument are short by nature (titles, names); this bounds them all the same. */
const maxPlainList = 1_000;

export interface FieldRequest<Shape extends FieldShape = FieldShape> {
  readonly shape: Shape;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly row: Row;
  readonly path: readonly string[];
}

type Compile<Kind extends FieldShape["kind"]> = (
  context: CompileContext,
  request: FieldRequest<Extract<FieldShape, { kind: Kind }>>,
) => Sql;

const compilers: { readonly [Kind in FieldShape["kind"]]: Compile<Kind> } = {
  column: (_context, { shape, row }) => columnExpression(shape, row),
  "global-id": (_context, { shape, row }) => globalId(shape.type, row),
  "same-row": (context, request) =>
    jsonObject(
      fieldsOf(context, request, {
        ...request.row,
        shape: shapeNamed(context, request.shape.type),
      }),
    ),
  object: (context, request) =>
    jsonObject(
      fieldsOf(context, request, {
        ...request.row,
        shape: shapeNamed(context, request.shape.type),
      }),
    ),
  one,
  many,
  ...heldCompilers({ fieldsOf, fieldExpression, limitOf }),
  ...jsonCompilers(fieldsOf),
  connection: (context, request) =>
    connectionExpression(context, { ...request, field: request.shape, parent: request.row }),
  counts,
  measure: (context, { shape, row }) => measure(context, shape, row),
  "measure-list": (context, request) => {
    const { measure: name, members } = request.shape;
    context.tables.add("area_statistics");
    const figures = `select s.member, s.value::int as n, ${toldOutside(context, request.row, name)} as told from area_statistics s where s.area_code = ${columnOf(request.row.alias, "code")} and s.measure = ${literal(name)}`;
    const counted = memberCounts(context, request, members, {
      figures,
      condition: "coalesce(f.told, true)",
    });
    const stored = storedFigures(context, request, name);
    return stored === null ? counted : `coalesce(${stored}, ${valueOf(counted)})`;
  },
  principal: (context, { shape }) =>
    context.parameters.add(shape.part, "text", ({ principal }) => principal[shape.part]),
  "principal-areas": (context, request) => {
    const child = childRow(context, shapeNamed(context, request.shape.type), request.row, []);
    return jsonArray(
      fieldsOf(context, request, child),
      ` from areas ${child.alias} where ${child.alias}.code = any(${areaCodesParameter(context)}) order by ${child.alias}.position`,
    );
  },
  "by-key": byKey,
  "by-node-id": byNodeId,
  list,
  remote: (context, { shape, definition, nodes, row, path }) => {
    const hidden = hiddenPart(context, definition.type, nodes);
    if (hidden !== null) return refusedField(context, { path, ...hidden }, definition.type);
    context.remotes.push({
      path,
      loader: shape.loader,
      type: definition.type,
      sets: selectionSets(nodes),
    });
    return row.known.get(shape.column) ?? columnOf(row.alias, shape.column);
  },
  computed: (context, { shape: { column }, definition, nodes, row, path }) => {
    const coordinate = `${row.shape.type}.${definition.name}`;
    context.computed.push({ path, coordinate, keyed: column !== null, definition, nodes });
    if (column === null) return "null::json";
    return `${row.known.get(column) ?? columnOf(row.alias, column)}::text`;
  },
};

export function fieldExpression(context: CompileContext, request: FieldRequest): Sql {
  const compile = compilers[request.shape.kind];
  return compile(context, request as never);
}

function globalId(type: string, row: Row): string {
  const key = row.shape.key
    .map(({ column }) => `${columnOf(row.alias, column)}::text`)
    .join(" || ':' || ");
  return `translate(encode(convert_to(${literal(`${type}:`)} || ${key}, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
}

function one(context: CompileContext, request: FieldRequest<OneField>): Sql {
  const { shape, row } = request;
  const child = childRow(context, shapeNamed(context, shape.type), row, shape.join);
  const conditions = [
    ...joinConditions(row, child, shape.join),
    ...scopePredicate(context, child.shape.scope, child.alias, foundBy(shape.join)),
  ];
  return jsonObject(
    fieldsOf(context, request, withKnown(child, conditions)),
    from(child, conditions),
    child.listed,
  );
}

function many(context: CompileContext, request: FieldRequest<ManyField>): Sql {
  const { shape, definition, nodes, row } = request;
  const child = childRow(context, shapeNamed(context, shape.type), row, shape.join);
  const conditions = [
    ...joinConditions(row, child, shape.join),
    ...scopePredicate(context, child.shape.scope, child.alias, foundBy(shape.join)),
    ...argumentConditions(context, shape, { definition, nodes, alias: child.alias }),
  ];
  return jsonArray(
    fieldsOf(context, request, withKnown(child, conditions)),
    `${from(child, conditions)} order by ${plainOrder(child.alias, shape.order)} limit ${limitOf(context, request)}`,
    child.listed,
  );
}

function limitOf(context: CompileContext, { definition, nodes }: FieldRequest): string {
  const bounded = definition.args.some((argument) => argument.name === "first");
  if (!bounded) return String(maxPlainList);
  const first = argumentOf(definition, nodes[0] as FieldNode, "first", context.variables);
  return limitText(context, first, "first");
}

function counts(context: CompileContext, request: FieldRequest<CountsField>): Sql {
  const { table, by, members } = request.shape;
  const { definition, nodes } = request;
  const alias = context.nextAlias();
  const conditions = [
    ...argumentConditions(context, request.shape, { definition, nodes, alias }),
    ...scopePredicate(context, "enterprise", alias, "by area"),
  ];
  context.tables.add(table);
  const column = columnOf(alias, by);
  const figures = `select ${column} as member, count(*)::int as n from ${identifier(table)} ${alias} where ${conditions.join(" and ")} group by ${column}`;
  return memberCounts(context, request, members, { figures, condition: "true" });
}

/** All figures of a measure by kind stand in one row, in the contract's own order; beyond the caller's areas not all are told. */
function storedFigures(
  context: CompileContext,
  { definition, nodes, row }: FieldRequest,
  measureName: string,
): string | null {
  const type = getNamedType(definition.type) as GraphQLObjectType;
  const wanted = [...collectFields(context, type, selectionSets(nodes))];
  const asStored = wanted.map(([key, [node]]) => key === node?.name.value && key).join(" ");
  if (asStored !== "kind count") return null;
  if (["kind", "count"].some((name) => isRefused(context, `${type.name}.${name}`))) return null;
  const code = columnOf(row.alias, "code");
  const own =
    toldOutside(context, row, measureName) === "true" ? "" : ` and ${isSeenArea(context, code)}`;
  return `(select s.figures from area_statistics s where s.area_code = ${code} and s.measure = ${literal(measureName)} and s.member = '*'${own})`;
}

interface MemberFigures {
  /** A query of (member, n). */
  readonly figures: string;
  /** Which members are listed at all. */
  readonly condition: string;
}

/** `{ kind, count }` for every member in its own order, zero where there is no row. */
function memberCounts(
  context: CompileContext,
  { definition, nodes }: FieldRequest,
  members: readonly string[],
  { figures, condition }: MemberFigures,
): Sql {
  const type = getNamedType(definition.type) as GraphQLObjectType;
  const parts: Readonly<Record<string, Sql>> = {
    kind: "m.member",
    count: "coalesce(f.n, 0)",
    __typename: constant(type.name),
  };
  const list = [...collectFields(context, type, selectionSets(nodes))].map(([key, [node]]) => {
    const name = node?.name.value ?? "";
    const refused = name !== "__typename" && isRefused(context, `${type.name}.${name}`);
    if (refused) throw forbiddenField(`${type.name}.${name}`);
    return { key, sql: parts[name] ?? "null::json" };
  });
  const all = `unnest(array[${members.map(literal).join(", ")}]) with ordinality m(member, position)`;
  return jsonArray(
    list,
    ` from ${all} left join (${figures}) f on f.member = m.member where ${condition} order by m.position`,
  );
}

/** A remote record comes whole: one part that may not be read keeps all of it back. */
function hiddenPart(
  context: CompileContext,
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
): { coordinate: string; rule: string } | null {
  const named = getNamedType(type);
  if (!isObjectType(named)) return null;
  for (const fields of collectFields(context, named, selectionSets(nodes)).values()) {
    const name = fields[0]?.name.value ?? "";
    const field = named.getFields()[name];
    if (!field) continue;
    const coordinate = `${named.name}.${name}`;
    const decision = context.access.decide(coordinate);
    if (decision.kind !== "show") return { coordinate, rule: decision.rule };
    const inner = hiddenPart(context, field.type, fields);
    if (inner) return inner;
  }
  return null;
}

function isRefused(context: CompileContext, coordinate: string): boolean {
  return context.access.decide(coordinate).kind !== "show";
}

function measure(context: CompileContext, { measure: name, format }: MeasureField, row: Row) {
  const value = {
    integer: "s.value::int",
    text: "s.value::text",
    instant: instant("s.computed_at"),
  }[format];
  const told = format === "instant" ? "true" : toldOutside(context, row, name);
  context.tables.add("area_statistics");
  return `(select ${value} from area_statistics s where s.area_code = ${columnOf(row.alias, "code")} and s.measure = ${literal(name)} and s.member = 'ALL' and ${told})`;
}

function byKey(context: CompileContext, request: FieldRequest<ByKeyField>): Sql {
  const { shape, definition, nodes, row } = request;
  const source = argumentOf(definition, nodes[0] as FieldNode, shape.argument, context.variables);
  const key = context.parameters.add(`key ${source.key}`, "text", ({ variables }) =>
    String(source.read(variables)),
  );
  return keyed(context, request, {
    ...childRow(context, shapeNamed(context, shape.type), row, []),
    known: new Map([[shape.column, key]]),
  });
}

/** Null for an id that is malformed, of an unknown type, of a type the caller may not read, absent, or out of scope. */
function byNodeId(context: CompileContext, request: FieldRequest): Sql {
  const source = argumentOf(
    request.definition,
    request.nodes[0] as FieldNode,
    "id",
    context.variables,
  );
  const id = parseGlobalId(String(source.value));
  const shape = id ? context.shapes.get(id.type) : undefined;
  const type = id ? (context.schema.getType(id.type) as GraphQLObjectType | undefined) : undefined;
  if (!id || !shape || !type || shape.fields["id"]?.kind !== "global-id") return "null::json";
  if (shape.key.length !== id.key.length || context.access.decide(`${id.type}.id`).kind !== "show")
    return "null::json";
  const child = childRow(context, shape, request.row, []);
  const read = (index: number) =>
    context.parameters.add(
      `id ${source.key} ${index}`,
      "text",
      ({ variables }) => parseGlobalId(String(source.read(variables)))?.key[index] ?? null,
    );
  // Keys that are not texts are compared as texts: a made-up uuid must find nothing and not fail.
  const textual = shape.key.every((key) => key.type === "text");
  const known = new Map(
    textual ? shape.key.map((key, index) => [key.column, read(index)] as const) : [],
  );
  const conditions = textual
    ? []
    : shape.key.map((key, index) => `${columnOf(child.alias, key.column)}::text = ${read(index)}`);
  return keyed(context, request, { ...child, known }, { conditions, type });
}

function keyed(
  context: CompileContext,
  request: FieldRequest,
  child: Row,
  options: { conditions?: readonly string[]; type?: GraphQLObjectType } = {},
): Sql {
  const conditions = [
    ...keyConditions(context, child),
    ...(options.conditions ?? []),
    ...scopePredicate(context, child.shape.scope, child.alias, "by key"),
  ];
  const row = withKnown(child, conditions);
  return jsonObject(fieldsOf(context, request, row, options.type), from(child, conditions));
}

function list(context: CompileContext, request: FieldRequest<ListField>): Sql {
  const { shape, definition, nodes, row } = request;
  const kind = argumentOf(definition, nodes[0] as FieldNode, "kind", context.variables).value;
  const areas = listedAreas(context, shape, kind);
  context.found.add("by area");
  const child: Row = {
    ...childRow(context, shapeNamed(context, shape.type), row, []),
    own: areas === "own",
  };
  const equals = argumentConditions(context, shape, { definition, nodes, alias: child.alias });
  return jsonArray(
    fieldsOf(context, request, child),
    `${from(child, [...equals, ...areaConditions(context, areas, child.alias)])} order by ${plainOrder(child.alias, shape.order)}`,
  );
}

function from(row: Row, conditions: readonly string[]): string {
  const where = conditions.length > 0 ? ` where ${conditions.join(" and ")}` : "";
  return ` from ${identifier(row.shape.table ?? "")} ${row.alias}${where}`;
}

function fieldsOf(
  context: CompileContext,
  request: FieldRequest,
  row: Row,
  type?: GraphQLObjectType,
): readonly Selected[] {
  const named = type ?? (getNamedType(request.definition.type) as GraphQLObjectType);
  return context.selectFields(context, row, {
    type: named,
    sets: selectionSets(request.nodes),
    path: request.path,
  });
}

function selectionSets(nodes: readonly FieldNode[]): readonly SelectionSetNode[] {
  return nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
}
