/** The fields a selection asks of one object type, by response key, with fragments and directives resolved. */
import {
  type FieldNode,
  getDirectiveValues,
  type GraphQLObjectType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

import type { CompileContext } from "./compile-context.ts";

/** What of the compiler's context decides which fields are asked. */
export type CollectContext = Pick<CompileContext, "schema" | "fragments" | "variables">;

/** The contract's order: a key stands where it is first met (GraphQL, CollectFields). */
export function collectFields(
  context: CollectContext,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  for (const set of sets) collectFrom(set);
  return fields;

  function collectFrom(set: SelectionSetNode): void {
    for (const node of set.selections) if (isIncluded(context, node)) collectNode(node);
  }

  function collectNode(node: SelectionNode): void {
    if (node.kind === Kind.FIELD) {
      const key = node.alias?.value ?? node.name.value;
      const present = fields.get(key);
      if (present) present.push(node);
      else fields.set(key, [node]);
    } else if (node.kind === Kind.INLINE_FRAGMENT) {
      if (applies(context, type, node.typeCondition?.name.value)) collectFrom(node.selectionSet);
    } else if (!visited.has(node.name.value)) {
      visited.add(node.name.value);
      const fragment = context.fragments.get(node.name.value);
      if (fragment && applies(context, type, fragment.typeCondition.name.value))
        collectFrom(fragment.selectionSet);
    }
  }
}

function isIncluded(context: CollectContext, node: SelectionNode): boolean {
  if (!node.directives || node.directives.length === 0) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, context.variables)?.["if"] === true)
    return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, context.variables)?.["if"] !== false;
}

function applies(
  context: CollectContext,
  type: GraphQLObjectType,
  condition: string | undefined,
): boolean {
  if (condition === undefined || condition === type.name) return true;
  const named = context.schema.getType(condition);
  return isAbstractType(named) && context.schema.isSubType(named, type);
}
