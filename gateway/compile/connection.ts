/**
 * A Relay connection as one expression: the page as a materialized CTE of one row more than asked for, edges, pageInfo
 * and totalCount from it. Only what the operation asks for is computed.
 */
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  type SelectionSetNode,
} from "graphql";

import { GoldseedError } from "../../domain/errors.ts";
import type { ConnectionField, OrderKey } from "../../resolvers/shape-language.ts";
import { argumentConditions } from "./argument-conditions.ts";
import { argumentOf } from "./argument-source.ts";
import { collectFields } from "./collect-fields.ts";
import { type CompileContext, type Row, type Selection, shapeNamed } from "./compile-context.ts";
import { countedPage, countedParts, plainNode } from "./counted-page.ts";
import { type CursorParameters, cursorExpression } from "./cursor.ts";
import { filterConditions } from "./filter.ts";
import {
  columnList,
  concatenated,
  constant,
  jsonArray,
  jsonObject,
  type Selected,
  type Sql,
  textOf,
  unescaped,
  valueOf,
} from "./json-text.ts";
import { modelOf } from "./held-fields.ts";
import { childRow, foundBy, joinConditions, withKnown } from "./join.ts";
import { beyond, keyExpression, type Order, orderBy, upTo } from "./order.ts";
import { type Page, pageOf } from "./page.ts";
import { type PageBounds, pageCursors } from "./page-cursors.ts";
import { refusedField } from "./refused-field.ts";
import { scopePredicate } from "./scope-predicate.ts";
import { columnOf, identifier } from "./sql-text.ts";

export interface ConnectionRequest {
  readonly field: ConnectionField;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly parent: Row;
  readonly path: readonly string[];
}

interface Built {
  readonly context: CompileContext;
  readonly request: ConnectionRequest;
  readonly child: Row;
  readonly order: Order;
  readonly page: Page;
  /** Join, scope and filter, without the page's own bounds. */
  readonly conditions: readonly string[];
  readonly cursor: CursorParameters;
  /** Whether the page is the CTE `p`. */
  readonly paged: boolean;
  /** Aliases under which rows of the page are read. */
  readonly rows: string[];
  readonly bounds: PageBounds;
}

export function connectionExpression(context: CompileContext, request: ConnectionRequest): Sql {
  const type = getNamedType(request.definition.type) as GraphQLObjectType;
  const wanted = collectFields(context, type, selectionSets(request.nodes));
  const built = build(context, request, isPaged(wanted));
  const counted = countedOnce(built, type, wanted);
  if (counted !== null) return counted;
  const selected = [...wanted].map(([key, nodes]) => ({
    key,
    sql: connectionPart(built, type, key, nodes),
  }));
  const whole = jsonObject(selected);
  if (!built.paged) return whole;
  const text = typeof whole === "string" ? whole : textOf(whole.parts);
  const columns = new Set([...columnsUsed(text, built.rows), ...orderColumns(built.order)]);
  const paged = `(with p as materialized (${pageQuery(built, [...columns], " + 1")}) select ${text})`;
  return typeof whole === "string" ? paged : concatenated([paged]);
}

function countedOnce(built: Built, type: GraphQLObjectType, wanted: Wanted): string | null {
  const { context, request, child, page, order } = built;
  if (child.listed || page.backward || page.after !== null || page.before !== null) return null;
  const parts = countedParts(context, type, wanted);
  const edgesKey = parts?.find(({ name }) => name === "edges")?.key ?? "";
  const nodes = wanted.get(edgesKey);
  if (!parts || !nodes) return null;
  const edgeType = getNamedType(type.getFields()["edges"]?.type) as GraphQLObjectType;
  const edge = collectFields(context, edgeType, selectionSets(nodes));
  const node = plainNode(context, edgeType, edge);
  if (!node) return null;
  const row: Row = { ...child, alias: context.nextAlias() };
  const path = [...request.path, edgesKey, node.key];
  const selected = context.selectFields(context, row, {
    type: node.type,
    sets: selectionSets(node.nodes),
    path,
  });
  const columns = new Set([
    ...columnsUsed(columnList(selected), [row.alias]),
    ...orderColumns(order),
  ]);
  const rows = orderedRows(built, [...columns]);
  return countedPage({ parts, nodeKey: node.key, selected, row, rows, limit: page.limit });
}

/** A page that is read for its edges alone is one query; several readers share it as a CTE with one row more. */
function isPaged(wanted: Wanted): boolean {
  const parts = [...wanted.values()].map(([node]) => node?.name.value);
  return parts.includes("pageInfo") || parts.filter((name) => name === "edges").length > 1;
}

type Wanted = ReadonlyMap<string, readonly FieldNode[]>;

/**
 * The columns that a text reads of an alias: only they go through the page's sort, not names, grams and scopes of hundreds
 * of bytes (measured on a worklist: PostgreSQL's time less a third).
 */
function columnsUsed(text: string, aliases: readonly string[]): readonly string[] {
  return aliases.flatMap((alias) =>
    [...text.matchAll(new RegExp(`\\b${alias}\\."([^"]+)"`, "gu"))].map(
      ([, column = ""]) => column,
    ),
  );
}

function orderColumns(order: Order): readonly string[] {
  return order.keys.map(({ column }) => column);
}

function build(context: CompileContext, request: ConnectionRequest, paged: boolean): Built {
  const { field, definition, nodes, parent } = request;
  const node = nodes[0] as FieldNode;
  const order = orderOf(context, request, node);
  const filter = argumentOf(definition, node, "filter", context.variables);
  const type = getNamedType(definition.type) as GraphQLObjectType;
  const model = modelOf(context, field, { type, nodes, filter, order });
  const child: Row = {
    ...childRow(context, model ?? shapeNamed(context, field.type), parent, field.join),
    listed: parent.listed === true || parent.shape.table === null,
  };
  const page = pageOf(context, definition, node);
  const conditions = [
    ...joinConditions(parent, child, field.join),
    ...scopePredicate(context, child.shape.scope, child.alias, foundBy(field.join)),
    ...argumentConditions(context, field, { definition, nodes, alias: child.alias }),
    ...filterConditions(context, { filters: field.filters, alias: child.alias }, filter),
  ];
  const { cursor, bounds } = pageCursors(context, request, { order, page, filter });
  const known = withKnown(child, conditions);
  const fixed = { context, request, child: known, order, page, conditions, cursor, bounds };
  return { ...fixed, paged, rows: [] };
}

function orderOf(
  context: CompileContext,
  { field, definition }: ConnectionRequest,
  node: FieldNode,
): Order {
  const chosen = argumentOf(definition, node, "orderBy", context.variables).value as
    | { field: string; direction: string }
    | null
    | undefined;
  const keys = field.orders[chosen?.field ?? "default"] ?? Object.values(field.orders)[0];
  if (!keys) throw new Error(`The connection of "${field.type}" has no order.`);
  for (const key of keys) assertMayOrder(context, field.type, key);
  return { keys, descending: chosen ? chosen.direction === "DESC" : keys[0]?.descending === true };
}

/** The order of rows tells the values it goes by, and a cursor holds them: both only for fields that are shown whole. */
function assertMayOrder(context: CompileContext, type: string, key: OrderKey): void {
  const fields = shapeNamed(context, type).fields;
  const coordinate =
    key.field ??
    Object.keys(fields)
      .filter((name) => {
        const field = fields[name];
        return field?.kind === "column" && field.column === key.column;
      })
      .map((name) => `${type}.${name}`)[0];
  if (coordinate === undefined || context.access.decide(coordinate).kind === "show") return;
  throw new GoldseedError(
    "FORBIDDEN_FIELD",
    `无权按“${coordinate}”排序。 You may not order by "${coordinate}".`,
    { details: { field: coordinate } },
  );
}

function pageQuery(built: Built, columns: readonly string[], more = ""): string {
  return `${orderedRows(built, columns)} limit ${built.page.limit}${more}`;
}

function orderedRows(
  { child, order, page, conditions, bounds }: Built,
  columns: readonly string[],
): string {
  const bounded = [
    ...conditions,
    ...(bounds.after ? [beyond(child.alias, order, bounds.after, "after")] : []),
    ...(bounds.before ? [beyond(child.alias, order, bounds.before, "before")] : []),
  ];
  return (
    `select ${columns.map((column) => columnOf(child.alias, column)).join(", ")} from ${identifier(child.shape.table ?? "")} ${child.alias}${where(bounded)}` +
    ` order by ${orderBy(child.alias, order, page.backward)}`
  );
}

function connectionPart(
  built: Built,
  type: GraphQLObjectType,
  key: string,
  nodes: readonly FieldNode[],
): Sql {
  const name = nodes[0]?.name.value;
  if (name === "__typename") return constant(type.name);
  const path = [...built.request.path, key];
  const refused = refusedPart(built.context, type, name ?? "", path);
  if (refused !== null) return refused;
  const partType = getNamedType(type.getFields()[name ?? ""]?.type) as GraphQLObjectType;
  const selection: Selection = { type: partType, sets: selectionSets(nodes), path };
  if (name === "totalCount") return totalCount(built);
  if (name === "edges") return edges(built, selection);
  if (name === "pageInfo") return pageInfo(built, selection);
  throw new Error(`"${type.name}.${String(name)}" has no meaning for a connection.`);
}

/** Parts of a page are fields of the contract like any other: counting is a right of its own. */
function refusedPart(
  context: CompileContext,
  type: GraphQLObjectType,
  name: string,
  path: readonly string[],
): string | null {
  const coordinate = `${type.name}.${name}`;
  const decision = context.access.decide(coordinate);
  if (decision.kind === "show") return null;
  const { rule } = decision;
  const field = type.getFields()[name];
  return field ? refusedField(context, { path, coordinate, rule }, field.type) : null;
}

function totalCount({ child, conditions }: Built): string {
  return `(select count(*)::int from ${identifier(child.shape.table ?? "")} ${child.alias}${where(conditions)})`;
}

/** The rows of the page itself, without the one row more, in the caller's order. */
function pageRows({ order, page, rows }: Built, alias: string): string {
  rows.push(alias);
  return `(select p.* from p order by ${orderBy("p", order, page.backward)} limit ${page.limit}) ${alias}`;
}

function edges(built: Built, { type, sets, path }: Selection): Sql {
  const { context, child, order, cursor } = built;
  const row: Row = { ...child, alias: context.nextAlias() };
  const list = [...collectFields(context, type, sets)].map(([key, nodes]): Selected => {
    const name = nodes[0]?.name.value;
    if (name === "__typename") return { key, sql: constant(type.name) };
    const refused = refusedPart(context, type, name ?? "", [...path, key]);
    if (refused !== null) return { key, sql: refused };
    if (name === "cursor")
      return { key, sql: unescaped(cursorExpression(keysOf(row.alias, order), cursor)) };
    const nodeType = getNamedType(type.getFields()["node"]?.type) as GraphQLObjectType;
    const selected = context.selectFields(context, row, {
      type: nodeType,
      sets: selectionSets(nodes),
      path: [...path, key],
    });
    return { key, sql: jsonObject(selected, "", row.listed) };
  });
  const sorted = ` order by ${orderBy(row.alias, order)}`;
  if (built.paged)
    return jsonArray(list, ` from ${pageRows(built, row.alias)}${sorted}`, row.listed);
  const columns = new Set([
    ...columnsUsed(valueOf(jsonArray(list, "", row.listed)), [row.alias]),
    ...orderColumns(order),
  ]);
  // A page read forwards comes in its order, which is not asked for a second time.
  const page = ` from (${pageQuery(built, [...columns])}) ${row.alias}${built.page.backward ? sorted : ""}`;
  return jsonArray(list, page, row.listed);
}

function pageInfo(built: Built, { type, sets, path }: Selection): Sql {
  const { page, order, cursor, context } = built;
  const more = `(select count(*) > ${page.limit} from p)`;
  const alias = context.nextAlias();
  const edgeCursor = (reversed: boolean) =>
    `(select ${cursorExpression(keysOf(alias, order), cursor)} from ${pageRows(built, alias)} order by ${orderBy(alias, order, reversed)} limit 1)`;
  const parts: Readonly<Record<string, () => Sql>> = {
    __typename: () => constant(type.name),
    hasNextPage: () => (page.backward ? beyondExists(built, "before") : more),
    hasPreviousPage: () => (page.backward ? more : beyondExists(built, "after")),
    startCursor: () => edgeCursor(false),
    endCursor: () => edgeCursor(true),
  };
  const list = [...collectFields(context, type, sets)].map(([key, nodes]) => {
    const name = nodes[0]?.name.value ?? "";
    const part = parts[name];
    if (!part) throw new Error(`"PageInfo.${name}" has no meaning.`);
    const refused = name === "__typename" ? null : refusedPart(context, type, name, [...path, key]);
    return { key, sql: refused ?? part() };
  });
  return jsonObject(list);
}

/** Whether rows lie on the other side of the cursor the page starts from. */
function beyondExists(
  { child, conditions, order, bounds }: Built,
  side: "after" | "before",
): string {
  const keys = bounds[side];
  if (!keys) return "false";
  return `exists(select from ${identifier(child.shape.table ?? "")} ${child.alias}${where([...conditions, upTo(child.alias, order, keys, side)])})`;
}

function keysOf(alias: string, order: Order): readonly string[] {
  return order.keys.map((key) => keyExpression(alias, key));
}

function where(conditions: readonly string[]): string {
  return conditions.length > 0 ? ` where ${conditions.join(" and ")}` : "";
}

function selectionSets(nodes: readonly FieldNode[]): readonly SelectionSetNode[] {
  return nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
}
