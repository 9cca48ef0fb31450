/**
 * What of an operation's variables shapes its statement: which are there, which are null, members of input objects,
 * lengths of lists of objects, booleans and enum values, the type inside a global id. Two requests with equal signatures
 * share one plan; texts and numbers are parameters and leave no trace here, but for usual sizes of a page.
 */
import {
  getNullableType,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  type OperationDefinitionNode,
  typeFromAST,
} from "graphql";

import { hasGrams } from "./filter.ts";
import { typeOfGlobalId } from "../../lib/global-id.ts";
import type { Variables } from "./plan.ts";
import { usualSizes } from "./usual-sizes.ts";

export function signatureOf(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Variables,
): string {
  let types = variableTypes.get(operation);
  if (!types) variableTypes.set(operation, (types = typesOf(schema, operation)));
  let signature = "";
  for (const [name, type] of types) signature += `${valueSignature(type, variables[name])};`;
  return signature;
}

type NamedType = readonly [name: string, type: GraphQLInputType];

const variableTypes = new WeakMap<OperationDefinitionNode, readonly NamedType[]>();

function typesOf(schema: GraphQLSchema, operation: OperationDefinitionNode): readonly NamedType[] {
  return (operation.variableDefinitions ?? []).flatMap((definition) => {
    const type = typeFromAST(schema, definition.type) as GraphQLInputType | undefined;
    return type ? [[definition.variable.name.value, type] as const] : [];
  });
}

function valueSignature(type: GraphQLInputType, value: unknown): string {
  if (value === undefined) return "_";
  if (value === null) return "0";
  const inner = getNullableType(type);
  if (isListType(inner)) return listSignature(inner.ofType, value);
  if (isInputObjectType(inner)) {
    const members = Object.values(inner.getFields())
      .filter((field) => (value as Record<string, unknown>)[field.name] !== undefined)
      .map(
        (field) =>
          `${field.name}:${valueSignature(field.type, (value as Record<string, unknown>)[field.name])}`,
      );
    return `{${members.join(",")}}`;
  }
  if (isEnumType(inner)) return value as string;
  if (typeof value === "boolean") return value ? "t" : "f";
  // A text of one character has no grams to be found by (filter.ts).
  if (typeof value === "string" && inner.name === "String") return hasGrams(value) ? "s" : "c";
  if (typeof value === "number" && usualSizes.has(value)) return String(value);
  if (inner.name === "ID") return typeOfGlobalId(value as string) ?? "?";
  return "1";
}

/** Lists of plain values are one array parameter whatever their length. */
function listSignature(itemType: GraphQLInputType, value: unknown): string {
  const item = getNullableType(itemType);
  const items = Array.isArray(value) ? value : [value];
  if (isInputObjectType(item) || isListType(item))
    return `[${items.map((each) => valueSignature(itemType, each)).join(",")}]`;
  return "[1]";
}
