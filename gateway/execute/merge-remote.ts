/** Puts remote records where the statement left their keys, and tells where that failed. */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLObjectType,
  isObjectType,
  Kind,
  type SelectionNode,
} from "graphql";

import type { RemoteSlot } from "../compile/plan.ts";
import type { RequestContext } from "../request-context.ts";
import { classify, errorEntry, type ErrorEntry } from "./error-entry.ts";
import { visitSlots } from "./visit-slots.ts";

/** Changes `data` in place; every slot is asked for at once, so that the loader sees one batch. */
export async function mergeRemote(
  data: Record<string, unknown>,
  slots: readonly RemoteSlot[],
  context: RequestContext,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): Promise<readonly ErrorEntry[]> {
  const errors: ErrorEntry[] = [];
  const work: Promise<void>[] = [];
  for (const slot of slots) {
    visitSlots(data, slot.path, (holder, key, path) => {
      const creditCode = holder[key];
      if (typeof creditCode !== "string") return;
      work.push(
        context.cityRecords.load(creditCode).then(
          (record) =>
            void (holder[key] =
              record &&
              project(
                record,
                slot.selections,
                getNamedType(slot.type) as GraphQLObjectType,
                fragments,
              )),
          (error: unknown) => {
            holder[key] = null;
            errors.push(errorEntry(classify(error), context.requestId, path));
          },
        ),
      );
    });
  }
  await Promise.all(work);
  return errors;
}

/** The asked fields of a record that is already whole. */
function project(
  value: unknown,
  selections: readonly SelectionNode[],
  type: GraphQLObjectType,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): unknown {
  if (Array.isArray(value)) return value.map((item) => project(item, selections, type, fragments));
  if (value === null || value === undefined) return null;
  const projected: Record<string, unknown> = {};
  for (const node of flatten(selections, fragments)) {
    const name = node.name.value;
    const key = node.alias?.value ?? name;
    const fieldType = getNamedType(type.getFields()[name]?.type);
    const inner = (value as Record<string, unknown>)[name] ?? null;
    if (name === "__typename") projected[key] = type.name;
    else
      projected[key] =
        isObjectType(fieldType) && node.selectionSet
          ? project(inner, node.selectionSet.selections, fieldType, fragments)
          : inner;
  }
  return projected;
}

function flatten(
  selections: readonly SelectionNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): readonly FieldNode[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    if (node.kind === Kind.INLINE_FRAGMENT) return flatten(node.selectionSet.selections, fragments);
    return flatten(fragments.get(node.name.value)?.selectionSet.selections ?? [], fragments);
  });
}
