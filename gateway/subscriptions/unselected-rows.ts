/**
 * Rows that an event stands on and that its subscriber did not ask for. They are looked up all the same: an event tells that
 * its row is there and has changed, which is for those alone who may see the row.
 */
import { Kind, type SelectionSetNode } from "graphql";

import { NodeRef, type Payload } from "../../resolvers/engine-language.ts";
import type { OpenNode } from "../execute/shape-value.ts";

/** One for all, by which their operation is known again. */
const nameOfType: readonly SelectionSetNode[] = [
  {
    kind: Kind.SELECTION_SET,
    selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } }],
  },
];

/** @param asked rows that are read anyway, their paths beginning with the place of their event. */
export function unselectedRows(
  payloads: readonly Payload[],
  asked: readonly OpenNode[],
): readonly OpenNode[] {
  const read = new Set(asked.map(({ ref }) => ref));
  return payloads.flatMap((payload, place) =>
    Object.values(payload)
      .filter((value) => value instanceof NodeRef)
      .filter((ref) => !read.has(ref))
      .map((ref) => ({ ref, sets: nameOfType, path: [place], put: () => undefined })),
  );
}
