/** The fragments of a document by name. */
import { type DocumentNode, type FragmentDefinitionNode, Kind } from "graphql";

export function fragmentsOf({
  document,
}: {
  readonly document: DocumentNode;
}): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
}
