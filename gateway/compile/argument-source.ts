/**
 * Where an argument's value comes from: its value now, which may shape the statement, and a reader for later requests
 * that share the plan. Requests share a plan only if their variables have the same signature (variable-signature.ts).
 */
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  Kind,
  type ValueNode,
  valueFromAST,
} from "graphql";

import { onceInARow } from "../../lib/once-in-a-row.ts";
import type { Variables } from "./plan.ts";
import { hasVariable, valueReader } from "./value-reader.ts";

export interface ArgumentSource {
  /** The value in the request being compiled: undefined when absent, null when null. */
  readonly value: unknown;
  /** Stable name of the source inside its operation. */
  readonly key: string;
  readonly read: (variables: Variables) => unknown;
  /** It stands in the document, so that every request that shares the plan has the same. */
  readonly isConstant?: true;
}

export function argumentOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  name: string,
  variables: Variables,
): ArgumentSource {
  const definition = field.args.find((argument) => argument.name === name);
  const given = node.arguments?.find((argument) => argument.name.value === name);
  const fallback = definition?.defaultValue;
  if (!definition || !given) return constant(fallback);
  return sourceOf(given.value, definition.type, variables, fallback);
}

/** The source of one member of an input object. */
export function memberOf(source: ArgumentSource, name: string): ArgumentSource {
  return {
    value: member(source.value, name),
    key: `${source.key}.${name}`,
    read: (variables) => member(source.read(variables), name),
  };
}

/** The sources of the items of a list; its length is part of the variables' signature. */
export function itemsOf(source: ArgumentSource): readonly ArgumentSource[] {
  const list = Array.isArray(source.value)
    ? source.value
    : source.value == null
      ? []
      : [source.value];
  return list.map((value: unknown, index) => ({
    value,
    key: `${source.key}[${index}]`,
    read: (variables) => {
      const read = source.read(variables);
      return Array.isArray(read) ? (read[index] as unknown) : read;
    },
  }));
}

function sourceOf(
  node: ValueNode,
  type: GraphQLInputType,
  variables: Variables,
  fallback: unknown,
): ArgumentSource {
  if (node.kind === Kind.VARIABLE) {
    const name = node.name.value;
    // Left out it is each argument's own default, and that it is left out is part of the plan's key.
    if (variables[name] === undefined) return constant(fallback);
    return { value: variables[name], key: `$${name}`, read: (values) => values[name] };
  }
  if (!hasVariable(node)) return constant(valueFromAST(node, type));
  const read = onceInARow(valueReader(node, type));
  return { value: read(variables), key: `@${node.loc?.start ?? 0}`, read };
}

function constant(value: unknown): ArgumentSource {
  return { value, key: `=${JSON.stringify(value)}`, read: () => value, isConstant: true };
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
