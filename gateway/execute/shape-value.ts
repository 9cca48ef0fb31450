/**
 * Gives a plain value that an engine returned the shape that the caller asked for. Every field is decided by the access
 * policy; what stands for rows of the store is left open and listed, to be read through the compiled path.
 */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from "graphql";

import type { FieldDecision } from "../../domain/access/policy.ts";
import type { Classification } from "../../domain/vocabulary.ts";
import { emptyMap } from "../../lib/empty-map.ts";
import { NodeRef } from "../../resolvers/engine-language.ts";
import { collectFields } from "../compile/collect-fields.ts";
import {
  type Refusal,
  type SensitiveField,
  sensitiveFrom,
  type Variables,
} from "../compile/plan.ts";
import { forbiddenField } from "../compile/refused-field.ts";

export type ResponsePath = readonly (string | number)[];

/** A row to be read and put in `holder[key]`. */
export interface OpenNode {
  readonly ref: NodeRef;
  readonly sets: readonly SelectionSetNode[];
  readonly path: ResponsePath;
  readonly put: (value: unknown) => void;
}

export interface Shaping {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Variables;
  readonly decide: (coordinate: string) => FieldDecision;
  readonly levelOf: (coordinate: string) => Classification | undefined;
  readonly openNodes: OpenNode[];
  readonly refusals: (Omit<Refusal, "path"> & { readonly path: ResponsePath })[];
  /** Fields of L3 and above that were given, for the audit. */
  readonly sensitive: SensitiveField[];
}

export interface Asked {
  readonly type: GraphQLOutputType;
  readonly nodes: readonly FieldNode[];
  readonly path: ResponsePath;
}

type Put = (value: unknown) => void;

/** Hands the shaped value to `put`, at once or, for a row, when it has been read. */
export function shapeValue(shaping: Shaping, value: unknown, asked: Asked, put: Put): void {
  if (value === null || value === undefined) {
    if (isNonNullType(asked.type))
      throw new Error(
        `An engine returned nothing for ${asked.path.join(".")}, which is never null.`,
      );
    return put(null);
  }
  const type = getNullableType(asked.type);
  if (isListType(type))
    return put(
      shapeList(shaping, value as readonly unknown[], {
        ...asked,
        type: type.ofType,
      }),
    );
  if (isLeafType(type)) return put(type.serialize(value));
  const sets = asked.nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
  if (value instanceof NodeRef) {
    shaping.openNodes.push({ ref: value, sets, path: asked.path, put });
    return;
  }
  put(shapeObject(shaping, value as Readonly<Record<string, unknown>>, { ...asked, type }));
}

function shapeList(shaping: Shaping, list: readonly unknown[], asked: Asked): unknown[] {
  const shaped: unknown[] = [];
  list.forEach((item, index) => {
    shaped.push(null);
    shapeValue(shaping, item, { ...asked, path: [...asked.path, index] }, (value) => {
      shaped[index] = value;
    });
  });
  return shaped;
}

function shapeObject(
  shaping: Shaping,
  value: Readonly<Record<string, unknown>>,
  { type, nodes, path }: Asked,
): Record<string, unknown> {
  const object = concreteType(shaping.schema, type, value);
  const sets = nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
  const shaped = emptyMap<unknown>();
  for (const [key, fields] of collectFields(shaping, object, sets)) {
    const name = fields[0]?.name.value ?? "";
    // Keys are taken up in the order asked, though a row is put in later.
    shaped[key] = name === "__typename" ? object.name : null;
    const field = object.getFields()[name];
    if (!field) continue;
    const inner: Asked = { type: field.type, nodes: fields, path: [...path, key] };
    const coordinate = `${object.name}.${name}`;
    if (isRefused(shaping, coordinate, inner)) continue;
    noteSensitive(shaping, coordinate, inner);
    shapeValue(shaping, value[name], inner, (result) => {
      shaped[key] = result;
    });
  }
  return shaped;
}

/** Values are not masked: a mask is SQL over a column, and a value's masked field is refused instead. */
function isRefused(
  { decide, refusals }: Shaping,
  coordinate: string,
  { type, path }: Asked,
): boolean {
  const decision = decide(coordinate);
  if (decision.kind === "show") return false;
  if (isNonNullType(type)) throw forbiddenField(coordinate);
  refusals.push({ path, coordinate, rule: decision.rule });
  return true;
}

function noteSensitive({ levelOf, sensitive }: Shaping, coordinate: string, { path }: Asked): void {
  if ((levelOf(coordinate) ?? "L4") < sensitiveFrom) return;
  const keys = path.filter((part) => typeof part === "string");
  sensitive.push({ path: keys, coordinate, masked: false });
}

function concreteType(
  schema: GraphQLSchema,
  type: GraphQLOutputType,
  value: Readonly<Record<string, unknown>>,
): GraphQLObjectType {
  const named = getNamedType(type);
  if (isObjectType(named)) return named;
  const told = schema.getType(String(value["__typename"]));
  if (!isObjectType(told))
    throw new Error(`A value of ${named.name} does not tell its __typename.`);
  return told;
}
