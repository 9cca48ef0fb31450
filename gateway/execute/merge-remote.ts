/** Puts remote records where the statement left their keys, and tells where that failed. */
import { getNamedType, type GraphQLObjectType, isObjectType, type SelectionSetNode } from "graphql";

import { emptyMap } from "../../lib/empty-map.ts";
import { type CollectContext, collectFields } from "../compile/collect-fields.ts";
import type { RemoteSlot } from "../compile/plan.ts";
import type { RequestContext } from "../request-context.ts";
import { classify, errorEntry, type ErrorEntry } from "./error-entry.ts";
import { visitSlots } from "./visit-slots.ts";

/** Changes `data` in place; every slot is asked for at once, so that the loader sees one batch. */
export async function mergeRemote(
  data: Record<string, unknown>,
  slots: readonly RemoteSlot[],
  context: RequestContext,
  asked: CollectContext,
): Promise<readonly ErrorEntry[]> {
  const errors: ErrorEntry[] = [];
  const work: Promise<void>[] = [];
  for (const { path: keys, type, sets } of slots) {
    const object = getNamedType(type) as GraphQLObjectType;
    visitSlots(data, keys, (holder, key, path) => {
      const creditCode = holder[key];
      if (typeof creditCode !== "string") return;
      work.push(
        context.cityRecords.load(creditCode).then(
          (record) => void (holder[key] = project(asked, record, object, sets)),
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
  asked: CollectContext,
  value: unknown,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): unknown {
  if (Array.isArray(value)) return value.map((item) => project(asked, item, type, sets));
  if (value === null || value === undefined) return null;
  const projected = emptyMap<unknown>();
  for (const [key, nodes] of collectFields(asked, type, sets)) {
    const name = nodes[0]?.name.value ?? "";
    const inner = (value as Record<string, unknown>)[name] ?? null;
    const fieldType = getNamedType(type.getFields()[name]?.type);
    const innerSets = nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
    if (name === "__typename") projected[key] = type.name;
    else
      projected[key] = isObjectType(fieldType)
        ? project(asked, inner, fieldType, innerSets)
        : inner;
  }
  return projected;
}
