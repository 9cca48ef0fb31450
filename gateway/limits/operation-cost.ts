/**
 * What an operation costs, in points: about one for each time the database looks something up, and one for twenty rows.
 * An object is one point; a list or page is one, a twentieth for each row asked for, and what is asked of each of them.
 * Twenty aliases of `enterprise` are twenty points, whatever the HTTP request they came in; so are twenty keys of
 * `_entities`.
 */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  isObjectType,
  isInterfaceType,
  Kind,
  type SelectionSetNode,
} from "graphql";

import type { PreparedDocument, PreparedOperation } from "../execute/document-cache.ts";
import type { Variables } from "../compile/plan.ts";

const rowsOfAPoint = 20;
/** Lists without a page are short: titles, names, years. */
const usualList = 10;
const mostRows = 1_000;

type Rows = number | { readonly variable: string };

/** Rows of a list, and what each is by itself. */
interface Asked {
  readonly rows: Rows;
  readonly pointsOfRow: number;
}

/** One field with a selection: what it costs is told for given variables. */
interface CostNode {
  readonly points: number;
  /** Null for what is no list. */
  readonly asked: Asked | null;
  readonly children: readonly CostNode[];
}

const trees = new WeakMap<PreparedOperation, readonly CostNode[]>();
/** What operations cost whatever their variables. */
const constants = new WeakMap<PreparedOperation, number>();

export interface CostInputs {
  readonly schema: GraphQLSchema;
  readonly prepared: PreparedDocument;
  readonly operation: PreparedOperation;
  readonly variables: Variables;
  readonly defaultPageSize: number;
}

/** @returns the points of an operation whose cost has been worked out and hangs on no variable. */
export function knownCost(operation: PreparedOperation): number | undefined {
  return constants.get(operation);
}

/** @returns whole points, at least 1. */
export function operationCost(inputs: CostInputs): number {
  const { operation, variables, defaultPageSize } = inputs;
  const known = constants.get(operation);
  if (known !== undefined) return known;
  let tree = trees.get(operation);
  if (!tree) trees.set(operation, (tree = buildTree(inputs)));
  const rowsOf = (rows: Rows): number => {
    if (typeof rows === "number") return rows;
    const value = variables[rows.variable];
    const count = Array.isArray(value) ? value.length : value;
    return typeof count === "number" ? Math.min(Math.max(count, 0), mostRows) : defaultPageSize;
  };
  const costOf = ({ points, asked, children }: CostNode): number => {
    const each = children.reduce((sum, child) => sum + costOf(child), 0);
    if (asked === null) return points + each;
    return points + rowsOf(asked.rows) * (asked.pointsOfRow + each);
  };
  const cost = Math.max(1, Math.ceil(tree.reduce((sum, node) => sum + costOf(node), 0)));
  if (!tree.some(dependsOnVariables)) constants.set(operation, cost);
  return cost;
}

function dependsOnVariables({ asked, children }: CostNode): boolean {
  return (asked !== null && typeof asked.rows !== "number") || children.some(dependsOnVariables);
}

function buildTree({ schema, prepared, operation, defaultPageSize }: CostInputs) {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of prepared.document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const { definition } = operation;
  const root = schema.getRootType(definition.operation);
  return root ? walk(root, definition.selectionSet) : [];

  function walk(type: GraphQLCompositeType, set: SelectionSetNode): readonly CostNode[] {
    return set.selections.flatMap((node) => {
      if (node.kind === Kind.FIELD) return fieldCost(type, node);
      const part = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      if (!part) return [];
      const named = part.typeCondition ? schema.getType(part.typeCondition.name.value) : undefined;
      return walk(isCompositeType(named) ? named : type, part.selectionSet);
    });
  }

  function fieldCost(type: GraphQLCompositeType, node: FieldNode): readonly CostNode[] {
    const field =
      isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
    if (!field) return [];
    if (!node.selectionSet) {
      const counts = node.name.value === "totalCount" || type === root;
      return counts ? [{ points: 1, asked: null, children: [] }] : [];
    }
    const inner = getNamedType(field.type);
    const children = isCompositeType(inner) ? walk(inner, node.selectionSet) : [];
    // Edges and page info are parts of the page that has been counted.
    if (/Connection$|Edge$/u.test(type.name)) return [{ points: 0, asked: null, children }];
    return [{ points: 1, asked: askedOf(field, node, type === root), children }];
  }

  /** Of a list whose rows are named one by one, each is as much as the field that finds one. */
  function askedOf(field: GraphQLField<unknown, unknown>, node: FieldNode, atRoot: boolean) {
    const page = getNamedType(field.type).name.endsWith("Connection");
    if (!page && !isListType(getNullableType(field.type))) return null;
    const keys = field.args.find(({ type }) => isListType(getNullableType(type)))?.name;
    const rows = rowsAsked(node, ["first", "last"]) ?? rowsAsked(node, keys ? [keys] : []);
    return {
      rows: rows ?? (page ? defaultPageSize : usualList),
      pointsOfRow: atRoot && keys !== undefined ? 1 : 1 / rowsOfAPoint,
    };
  }
}

function rowsAsked(node: FieldNode, names: readonly string[]): Rows | null {
  const value = node.arguments?.find(({ name }) => names.includes(name.value))?.value;
  if (value?.kind === Kind.VARIABLE) return { variable: value.name.value };
  if (value?.kind === Kind.INT) return Math.min(Math.max(Number(value.value), 0), mostRows);
  return value?.kind === Kind.LIST ? Math.min(value.values.length, mostRows) : null;
}
