/**
 * The values of an operation's variables. Where all are texts, numbers and the like, they are read here; whatever is more,
 * or wrong, is left to graphql-js, which knows what to say of it.
 */
import {
  getNullableType,
  getVariableValues,
  type GraphQLInputType,
  type GraphQLLeafType,
  type GraphQLSchema,
  isLeafType,
  isNonNullType,
  typeFromAST,
} from "graphql";

import { emptyMap } from "../../lib/empty-map.ts";
import type { Variables } from "../compile/plan.ts";
import type { PreparedOperation } from "./document-cache.ts";

interface Leaf {
  readonly name: string;
  readonly type: GraphQLLeafType;
  readonly required: boolean;
}

type Coerced = ReturnType<typeof getVariableValues>;

/** Null: an operation with lists, objects or defaults among its variables. */
const leavesOf = new WeakMap<PreparedOperation, readonly Leaf[] | null>();

export function coerceVariables(
  schema: GraphQLSchema,
  operation: PreparedOperation,
  given: Variables,
): Coerced {
  let leaves = leavesOf.get(operation);
  if (leaves === undefined) leavesOf.set(operation, (leaves = findLeaves(schema, operation)));
  const coerced = leaves === null ? null : coerceLeaves(leaves, given);
  if (coerced !== null) return { coerced };
  return getVariableValues(schema, operation.definition.variableDefinitions ?? [], given, {
    maxErrors: 10,
  });
}

function findLeaves(
  schema: GraphQLSchema,
  { definition }: PreparedOperation,
): readonly Leaf[] | null {
  const leaves: Leaf[] = [];
  for (const { variable, type: node, defaultValue } of definition.variableDefinitions ?? []) {
    const whole = typeFromAST(schema, node) as GraphQLInputType | undefined;
    const type = getNullableType(whole);
    if (!isLeafType(type) || defaultValue) return null;
    leaves.push({ name: variable.name.value, type, required: isNonNullType(whole) });
  }
  return leaves;
}

/** @returns null where a value is missing or not of its type. */
function coerceLeaves(leaves: readonly Leaf[], given: Variables): Record<string, unknown> | null {
  const coerced = emptyMap<unknown>();
  for (const { name, type, required } of leaves) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value == null) {
      if (required) return null;
      if (value === null) coerced[name] = null;
      continue;
    }
    const parsed = parsedOrNothing(type, value);
    if (parsed === undefined) return null;
    coerced[name] = parsed;
  }
  return coerced;
}

function parsedOrNothing(type: GraphQLLeafType, value: unknown): unknown {
  try {
    return type.parseValue(value);
  } catch {
    return undefined;
  }
}
