/**
 * Reads an argument's value out of a request's variables as valueFromAST does, without walking its literal each time:
 * input objects, which filters are, know their members beforehand.
 */
import {
  getNullableType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isInputObjectType,
  isNonNullType,
  Kind,
  type ObjectValueNode,
  type ValueNode,
  valueFromAST,
} from "graphql";

import type { Variables } from "./plan.ts";

/** @returns undefined where there is no value, or none that the type allows. */
export type ReadValue = (variables: Variables) => unknown;

export function valueReader(node: ValueNode, type: GraphQLInputType): ReadValue {
  if (node.kind === Kind.VARIABLE) {
    const name = node.name.value;
    return (variables) => variables[name];
  }
  if (!hasVariable(node)) {
    const value: unknown = valueFromAST(node, type);
    return () => value;
  }
  const inner = getNullableType(type);
  if (node.kind === Kind.OBJECT && isInputObjectType(inner) && !inner.isOneOf)
    return objectReader(node, inner);
  return (variables) => valueFromAST(node, type, variables);
}

export function hasVariable(node: ValueNode): boolean {
  if (node.kind === Kind.VARIABLE) return true;
  if (node.kind === Kind.LIST) return node.values.some(hasVariable);
  return node.kind === Kind.OBJECT && node.fields.some((field) => hasVariable(field.value));
}

interface Member {
  readonly name: string;
  readonly read: ReadValue;
  /** Left out where a variable is; all else without a value is of a wrong type. */
  readonly mayBeAbsent: boolean;
  readonly fallback: unknown;
  readonly required: boolean;
}

function objectReader(node: ObjectValueNode, type: GraphQLInputObjectType): ReadValue {
  const members = Object.values(type.getFields()).map((field) => memberOf(node, field));
  return (variables) => {
    const object: Record<string, unknown> = {};
    for (const { name, read, mayBeAbsent, fallback, required } of members) {
      let value = read(variables);
      if (value === undefined && !mayBeAbsent) return undefined;
      if (value === undefined) value = fallback;
      if (required && value == null) return undefined;

      if (value !== undefined) object[name] = value;
    }
    return object;
  };
}

function memberOf({ fields }: ObjectValueNode, field: GraphQLInputField): Member {
  const given = fields.find(({ name }) => name.value === field.name)?.value;
  return {
    name: field.name,
    read: given === undefined ? () => undefined : valueReader(given, field.type),
    mayBeAbsent: given === undefined || given.kind === Kind.VARIABLE,
    fallback: field.defaultValue,
    required: isNonNullType(field.type),
  };
}
