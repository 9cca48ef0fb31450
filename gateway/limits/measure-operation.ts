/** How large an operation is, told before anything of it runs: one walk over the document with fragments resolved. */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

import { GoldseedError } from "../../domain/errors.ts";

export interface OperationLimits {
  /** Tokens of a document; counted while it is parsed. */
  readonly maxTokens: number;
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxRootFields: number;
  readonly maxSelections: number;
  readonly maxDirectives: number;
}

/** As the lists of attacks ask; the largest documents of our own need 184 tokens, 6 levels, 236 selections, 2 directives. */
export const defaultOperationLimits: OperationLimits = {
  maxTokens: 1_000,
  maxDepth: 10,
  maxAliases: 30,
  maxRootFields: 10,
  maxSelections: 300,
  maxDirectives: 5,
};

interface Measure {
  depth: number;
  aliases: number;
  rootFields: number;
  selections: number;
  directives: number;
}

/** Response keys name columns of the statement, and PostgreSQL cuts names at 63 bytes. */
const maxAliasLength = 60;

/** @throws GoldseedError OPERATION_TOO_LARGE naming the class of the limit, not its number. */
export function assertOperationSize(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limits: OperationLimits,
): void {
  const measured = measureOperation(document, operation, limits);
  const checks: readonly (readonly [keyof Measure, number, string, LimitClass])[] = [
    ["depth", limits.maxDepth, "嵌套层级 depth", "depth"],
    ["aliases", limits.maxAliases, "别名 aliases", "width"],
    ["rootFields", limits.maxRootFields, "根字段 root fields", "width"],
    ["selections", limits.maxSelections, "字段总数 selections", "width"],
    ["directives", limits.maxDirectives, "指令 directives", "width"],
  ];
  for (const [name, limit, label, kind] of checks)
    if (measured[name] > limit) throw tooLarge(label, name, kind);
}

/** What a caller has to make less of. */
type LimitClass = "depth" | "width" | "length" | "cost";

/** @param cost in points, which only a request has: sizes of pages are variables (operation-cost.ts). */
export function assertOperationCost(cost: number, maxCost: number): void {
  if (cost > maxCost) throw tooLarge("代价 cost", "cost", "cost");
}

/** A document of more tokens than allowed; told by the parser. */
export function tooLong(): GoldseedError {
  return tooLarge("语句长度 length", "length", "length");
}

function tooLarge(label: string, limit: string, kind: LimitClass): GoldseedError {
  return new GoldseedError(
    "OPERATION_TOO_LARGE",
    `查询超出限制：${label}。 The operation exceeds the limit on ${limit}.`,
    { details: { limit, class: kind } },
  );
}

/** Stops as soon as a limit is passed: fragments spread in fragments would otherwise cost exponential time. */
function measureOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  limits: OperationLimits,
): Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const measured: Measure = {
    depth: 0,
    aliases: 0,
    rootFields: 0,
    selections: 0,
    directives: operation.directives?.length ?? 0,
  };
  walk(operation.selectionSet, 1, new Set());
  return measured;

  function walk(set: SelectionSetNode, depth: number, spreading: ReadonlySet<string>): void {
    measured.depth = Math.max(measured.depth, depth);
    if (depth > limits.maxDepth || measured.selections > limits.maxSelections) return;
    for (const node of set.selections) {
      measured.selections += 1;
      measured.directives += node.directives?.length ?? 0;
      if (node.kind === Kind.FIELD) {
        if (depth === 1) measured.rootFields += 1;
        if (node.alias) {
          measured.aliases += 1;
          if (node.alias.value.length > maxAliasLength)
            throw tooLarge("别名长度 alias length", "alias length", "length");
        }
        if (node.selectionSet) walk(node.selectionSet, depth + 1, spreading);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        walk(node.selectionSet, depth, spreading);
      } else {
        const fragment = fragments.get(node.name.value);
        if (fragment && !spreading.has(node.name.value))
          walk(fragment.selectionSet, depth, new Set([...spreading, node.name.value]));
      }
    }
  }
}
