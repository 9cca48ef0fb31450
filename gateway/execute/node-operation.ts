/**
 * An operation of our own that asks for the rows an engine's answer stands on, each by its global id and with the
 * caller's selection: one statement reads them all as the caller, so that a write shows nothing that a read hides.
 */
import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from "graphql";

import { LRUCache } from "lru-cache";

import { globalIdOf } from "../../lib/global-id.ts";
import type { Variables } from "../compile/plan.ts";
import type { PreparedDocument, PreparedOperation } from "./document-cache.ts";
import type { OpenNode } from "./shape-value.ts";

export interface NodeOperation {
  readonly prepared: PreparedDocument;
  readonly operation: PreparedOperation;
  readonly variables: Variables;
}

export function nodeOperation(
  nodes: readonly OpenNode[],
  { document, hash, text }: PreparedDocument,
  variables: Variables,
): NodeOperation {
  const ids = Object.fromEntries(
    nodes.map(({ ref }, index) => [idVariable(index), globalIdOf(ref.type, ref.key)]),
  );
  const { operation, document: own } = ownOperation(nodes, document, variables);
  const prepared: PreparedDocument = {
    document: own,
    hash,
    text,
    operations: new Map([["", operation]]),
  };
  return { prepared, operation, variables: { ...variables, ...ids } };
}

interface OwnOperation {
  readonly operation: PreparedOperation;
  readonly document: DocumentNode;
}

/** By the caller's selection, which lives as long as its document; what else shapes a plan is in the key. */
const known = new WeakMap<SelectionSetNode, LRUCache<string, OwnOperation>>();
const mostOfOne = 16;

/** Rows of one selection, as the events of a subscription are, ask the same question every time. */
function ownOperation(
  nodes: readonly OpenNode[],
  document: DocumentNode,
  variables: Variables,
): OwnOperation {
  const [first] = nodes[0]?.sets ?? [];
  const isUniform = nodes.every(({ sets }) => sets.length === 1 && sets[0] === first);
  if (!isUniform || first === undefined) return made(nodes, document);
  let operations = known.get(first);
  if (!operations) known.set(first, (operations = new LRUCache({ max: mostOfOne })));
  const key = `${nodes.map(({ ref }) => ref.type).join(" ")} ${JSON.stringify(variables)}`;
  let found = operations.get(key);
  if (!found) operations.set(key, (found = made(nodes, document)));
  return found;
}

function made(nodes: readonly OpenNode[], document: DocumentNode): OwnOperation {
  const operation = operationFor(nodes);
  return { operation, document: withOperation(document, operation.definition) };
}

export const rowKey = (index: number) => `row${index}`;
/** A blank: no variable of a caller is called so. */
const idVariable = (index: number) => `node ${index}`;

function operationFor(nodes: readonly OpenNode[]): PreparedOperation {
  const definition: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: nodes.flatMap(({ sets }, index) =>
        sets.map((selectionSet) => ({
          kind: Kind.FIELD as const,
          alias: { kind: Kind.NAME as const, value: rowKey(index) },
          name: { kind: Kind.NAME as const, value: "node" },
          arguments: [
            {
              kind: Kind.ARGUMENT as const,
              name: { kind: Kind.NAME as const, value: "id" },
              value: {
                kind: Kind.VARIABLE as const,
                name: { kind: Kind.NAME as const, value: idVariable(index) },
              },
            },
          ],
          selectionSet,
        })),
      ),
    },
  };
  return { definition, kind: "query", asksAboutSchema: false };
}

function withOperation(
  { definitions, ...rest }: DocumentNode,
  operation: OperationDefinitionNode,
): DocumentNode {
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return { ...rest, definitions: [operation, ...fragments] };
}

/** A path below `row3` as a path below the place of the fourth row. */
export function placedPath(
  [root, ...rest]: readonly (string | number)[],
  nodes: readonly OpenNode[],
): readonly (string | number)[] {
  const index = Number(String(root).slice("row".length));
  return [...(nodes[index]?.path ?? []), ...rest];
}
