/**
 * Which table a list is read from: a read model of some of its rows, where the filter keeps to those rows and every field,
 * filter and order that is asked for is held there; else the noun's own table. Access is decided by fields, and the same
 * for both.
 */
import {
  type FieldNode,
  type GraphQLObjectType,
  getNamedType,
  type SelectionSetNode,
} from "graphql";

import type { ConnectionField, ListModel, TypeShape } from "../../resolvers/shape-language.ts";
import { type ArgumentSource, itemsOf, memberOf } from "./argument-source.ts";
import { collectFields } from "./collect-fields.ts";
import type { CompileContext } from "./compile-context.ts";
import type { Order } from "./order.ts";

interface Asked {
  /** The connection's own type. */
  readonly type: GraphQLObjectType;
  readonly nodes: readonly FieldNode[];
  readonly filter: ArgumentSource;
  readonly order: Order;
}

/** @returns the shape of the model that answers all of it, or null. */
export function modelOf(
  context: CompileContext,
  field: ConnectionField,
  asked: Asked,
): TypeShape | null {
  const model = (field.models ?? []).find(
    ({ when, columns, shape }) =>
      memberOf(asked.filter, when).value === true &&
      asked.order.keys.every(({ column }) => columns.has(column)) &&
      holdsFilter(field.filters, columns, asked.filter) &&
      nodesOf(context, asked).every(([type, sets]) => holdsFields(context, shape, type, sets)),
  );
  return model?.shape ?? null;
}

/** Whether a shape of some fields has all that are asked of it. */
export function holdsFields(
  context: CompileContext,
  shape: TypeShape,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): boolean {
  const names = [...collectFields(context, type, sets).values()].map(
    ([node]) => node?.name.value ?? "",
  );
  return names.every((name) => name === "__typename" || shape.fields[name] !== undefined);
}

function holdsFilter(
  filters: ConnectionField["filters"],
  columns: ListModel["columns"],
  filter: ArgumentSource,
): boolean {
  if (typeof filter.value !== "object" || filter.value === null) return true;
  return Object.entries(filter.value).every(([name, value]) => {
    const field = filters[name];
    if (value == null || field === undefined) return true;
    if (field.kind === "compare") return columns.has(field.grams ?? field.column);
    const source = memberOf(filter, name);
    const parts = field.kind === "not" ? [source] : itemsOf(source);
    return parts.every((part) => holdsFilter(filters, columns, part));
  });
}

type Nodes = readonly (readonly [GraphQLObjectType, readonly SelectionSetNode[]])[];

/** What is asked of the rows themselves, through every alias of edges and node. */
function nodesOf(context: CompileContext, { type, nodes }: Asked): Nodes {
  const inner = (of: GraphQLObjectType, from: readonly FieldNode[], name: string): Nodes =>
    [...collectFields(context, of, setsOf(from)).values()]
      .filter(([node]) => node?.name.value === name)
      .map((found) => [
        getNamedType(of.getFields()[name]?.type) as GraphQLObjectType,
        setsOf(found),
      ]);
  const edges = [...collectFields(context, type, setsOf(nodes)).values()].filter(
    ([node]) => node?.name.value === "edges",
  );
  const edgeType = getNamedType(type.getFields()["edges"]?.type) as GraphQLObjectType;
  return edges.flatMap((found) => inner(edgeType, found, "node"));
}

export function setsOf(nodes: readonly FieldNode[]): readonly SelectionSetNode[] {
  return nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
}
