/** Documents parsed, validated and measured once; the text is the key, so a lookup costs one hash of it. */
import { createHash } from "node:crypto";

import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  specifiedRules,
  validate,
} from "graphql";
import { LRUCache } from "lru-cache";

import { GoldseedError } from "../../domain/errors.ts";
import { fragmentsOf } from "../compile/fragments-of.ts";
import { assertOperationSize, type OperationLimits, tooLong } from "../limits/measure-operation.ts";

export interface PreparedDocument {
  readonly document: DocumentNode;
  /** SHA-256 of the text, in hexadecimal digits: how the audit names it. */
  readonly hash: string;
  /** The text as it was sent. */
  readonly text: string;
  readonly operations: ReadonlyMap<string, PreparedOperation>;
}

export interface PreparedOperation {
  readonly definition: OperationDefinitionNode;
  readonly kind: "query" | "mutation" | "subscription";
  readonly asksAboutSchema: boolean;
}

export interface DocumentErrors {
  readonly code: "GRAPHQL_PARSE_FAILED" | "GRAPHQL_VALIDATION_FAILED";
  readonly errors: readonly GraphQLError[];
}

const maxErrors = 5;
/** The usual question of tools nests `ofType` this deep. */
const introspectionDepth = 20;
const cacheBytes = 32 * 1024 * 1024;

export class DocumentCache {
  readonly #cache = new LRUCache<string, PreparedDocument>({
    maxSize: cacheBytes,
    sizeCalculation: (_value, key) => key.length * 20 + 1_000,
  });
  readonly #schema: GraphQLSchema;
  readonly #limits: OperationLimits;

  constructor(schema: GraphQLSchema, limits: OperationLimits) {
    this.#schema = schema;
    this.#limits = limits;
  }

  /** Tokens that a document may have, for whoever parses it before it comes here. */
  get maxTokens(): number {
    return this.#limits.maxTokens;
  }

  /** Refused documents are not kept: a caller who sends many of them may not push out good ones. */
  prepare(text: string): PreparedDocument | DocumentErrors {
    const known = this.#cache.get(text);
    if (known) return known;
    const document = parseText(text, this.#limits.maxTokens);
    if (!("kind" in document)) return document;
    for (const node of operationsOf(document)) {
      const limits = isIntrospection(node)
        ? { ...this.#limits, maxDepth: introspectionDepth }
        : this.#limits;
      assertOperationSize(document, node, limits);
    }
    const errors = validate(this.#schema, document, specifiedRules, { maxErrors });
    if (errors.length > 0) return { code: "GRAPHQL_VALIDATION_FAILED", errors };
    const prepared = {
      document,
      text,
      hash: createHash("sha256").update(text).digest("hex"),
      operations: new Map(
        operationsOf(document).map((node) => [
          node.name?.value ?? "",
          prepareOperation(document, node),
        ]),
      ),
    };
    this.#cache.set(text, prepared);
    return prepared;
  }
}

export function operationNamed(
  prepared: PreparedDocument,
  name: string | null | undefined,
): PreparedOperation {
  const { operations } = prepared;
  const found = name
    ? operations.get(name)
    : operations.size === 1
      ? [...operations.values()][0]
      : undefined;
  if (found) return found;
  const names = [...operations.keys()].map((each) => `"${each}"`).join(", ");
  const said = name
    ? `没有名为“${name}”的操作 / There is no operation "${name}"`
    : "文档有多个操作，须指明一个 / The document holds several operations and none is named";
  throw new GoldseedError("BAD_REQUEST", `${said}; operationName must be one of ${names}.`);
}

function parseText(text: string, maxTokens: number): DocumentNode | DocumentErrors {
  try {
    return parse(text, { maxTokens });
  } catch (error) {
    // graphql-js gives no other sign of it than its words, in which "that" stands for "than" today.
    if (/more tha[nt] \d+ tokens/u.test((error as Error).message)) throw tooLong();
    return {
      code: "GRAPHQL_PARSE_FAILED",
      errors: [
        error instanceof GraphQLError ? error : new GraphQLError("The document cannot be parsed."),
      ],
    };
  }
}

function operationsOf(document: DocumentNode): readonly OperationDefinitionNode[] {
  return document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
}

function prepareOperation(
  document: DocumentNode,
  definition: OperationDefinitionNode,
): PreparedOperation {
  const asks = asksAboutSchema(document, definition);
  if (asks && !isIntrospection(definition)) {
    throw new GoldseedError(
      "OPERATION_NOT_SUPPORTED",
      "同一操作既查数据又查结构，请分开 / The operation asks for data and for the schema. Ask for the schema in an operation of its own.",
    );
  }
  return { definition, kind: definition.operation, asksAboutSchema: asks };
}

/** `__schema` and `__type` stand at the root alone, maybe inside of fragments of fragments. */
function asksAboutSchema(document: DocumentNode, definition: OperationDefinitionNode): boolean {
  const fragments = fragmentsOf({ document });
  const visited = new Set<string>();
  return asks(definition.selectionSet);

  function asks({ selections }: SelectionSetNode): boolean {
    return selections.some((each) => {
      if (each.kind === Kind.FIELD) return /^__(schema|type)$/u.test(each.name.value);
      if (each.kind === Kind.INLINE_FRAGMENT) return asks(each.selectionSet);
      const named = fragments.get(each.name.value);
      if (named === undefined || visited.has(each.name.value)) return false;
      visited.add(each.name.value);
      return asks(named.selectionSet);
    });
  }
}

/** Asks about the schema and nothing else. */
function isIntrospection(node: OperationDefinitionNode): boolean {
  const names = node.selectionSet.selections.map((each) =>
    each.kind === Kind.FIELD ? each.name.value : "",
  );
  return (
    names.some((name) => /^__(schema|type)$/u.test(name)) &&
    names.every((name) => /^__(schema|type|typename)$/u.test(name))
  );
}
