/**
 * A first page with its total from one scan, for connections that belong to one row: its rows are few and all of them are
 * read to be counted, so that the page is a slice of them. Another subquery costs more to start than to run.
 */
import { type FieldNode, type GraphQLObjectType, getNamedType } from "graphql";

import { collectFields } from "./collect-fields.ts";
import { type CompileContext, type Row, shapeNamed } from "./compile-context.ts";
import { columnList, type Selected } from "./json-text.ts";
import { identifier } from "./sql-text.ts";

export interface CountedPart {
  readonly key: string;
  readonly name: (typeof partNames)[number];
}

export interface Node {
  readonly key: string;
  readonly type: GraphQLObjectType;
  readonly nodes: readonly FieldNode[];
}

type Wanted = ReadonlyMap<string, readonly FieldNode[]>;

const partNames = ["totalCount", "edges"] as const;

/** @returns the parts in the caller's order when they are a count and edges of nodes, all shown; null otherwise. */
export function countedParts(
  context: CompileContext,
  type: GraphQLObjectType,
  wanted: Wanted,
): readonly CountedPart[] | null {
  const parts = [...wanted].map(([key, [node]]) => ({ key, name: node?.name.value }));
  if (parts.length !== 2 || !partNames.every((wanted) => parts.some(({ name }) => name === wanted)))
    return null;
  const shown = partNames.every(
    (name) => context.access.decide(`${type.name}.${name}`).kind === "show",
  );
  return shown ? (parts as readonly CountedPart[]) : null;
}

/** The one node that edges are asked for, when it is columns alone: rows beyond the page cost next to nothing then. */
export function plainNode(
  context: CompileContext,
  edgeType: GraphQLObjectType,
  wanted: Wanted,
): Node | null {
  const [only, ...others] = wanted;
  if (!only || others.length > 0) return null;
  const [key, nodes] = only;
  if (nodes[0]?.name.value !== "node") return null;
  if (context.access.decide(`${edgeType.name}.node`).kind !== "show") return null;
  const type = getNamedType(edgeType.getFields()["node"]?.type) as GraphQLObjectType;
  const { fields } = shapeNamed(context, type.name);
  const sets = nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
  const names = [...collectFields(context, type, sets).values()].map(([node]) => node?.name.value);
  const plain = names.every((name) => fields[name ?? ""]?.kind === "column");
  return plain && names.length > 0 ? { key, type, nodes } : null;
}

export interface CountedPage {
  readonly parts: readonly CountedPart[];
  readonly nodeKey: string;
  readonly selected: readonly Selected[];
  readonly row: Row;
  /** All rows in their order, with the columns that the selection reads. */
  readonly rows: string;
  /** The page's size, as the statement's text. */
  readonly limit: string;
}

/** Rows stay rows until the slice is written: those beyond the page never become JSON. */
export function countedPage(page: CountedPage): string {
  const expressions = {
    totalCount: "cardinality(x.rows)",
    edges: `array_to_json(x.rows[1:${page.limit}])`,
  };
  const list = page.parts.map(({ key, name }) => `${expressions[name]} ${identifier(key)}`);
  const nodes = `select o ${identifier(page.nodeKey)} from (select ${columnList(page.selected)} from (${page.rows}) ${page.row.alias}) o`;
  return `(select row_to_json(c) from (select ${list.join(", ")} from (select array(select r from (${nodes}) r) as rows offset 0) x) c)`;
}
