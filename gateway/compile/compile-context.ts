/** What every step of the compiler shares while one operation is compiled. */
import type {
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionSetNode,
} from "graphql";

import type { FieldDecision } from "../../domain/access/policy.ts";
import type { Classification, Tier } from "../../domain/vocabulary.ts";
import type { TypeShape } from "../../resolvers/shape-language.ts";
import type { Selected } from "./json-text.ts";
import type { Parameters } from "./parameters.ts";
import type { ComputedSlot, Refusal, RemoteSlot, SensitiveField, Variables } from "./plan.ts";

export interface PlanLimits {
  readonly maxPageSize: number;
  readonly defaultPageSize: number;
}

/** One row of a table while its fields are selected. */
export interface Row {
  readonly shape: TypeShape;
  readonly alias: string;
  /**
   * Columns whose value is known as a parameter: a keyed root hands its key to every descendant, so that a sharded
   * store answers from one shard (2.9 against 15.7 ms) and a plain one plans each child by itself.
   */
  readonly known: ReadonlyMap<string, string>;
  /** One of the rows of a list: its JSON is concatenated (json-text.ts). */
  readonly listed?: boolean;
  /** True for an area of which it is known that it is the caller's: all its figures may be told. */
  readonly own?: boolean;
}

export interface Selection {
  readonly type: GraphQLObjectType;
  readonly sets: readonly SelectionSetNode[];
  /** Response keys from the root of the data to this object. */
  readonly path: readonly string[];
}

/** How rows of a scoped table are found: one by its key, those of one enterprise by its code, or those of an area. */
export type Found = "by key" | "by enterprise" | "by area";

export interface CompileContext {
  readonly schema: GraphQLSchema;
  readonly shapes: ReadonlyMap<string, TypeShape>;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Variables;
  readonly parameters: Parameters;
  readonly access: AccessProfile;
  readonly limits: PlanLimits;
  readonly refusals: Refusal[];
  readonly sensitive: SensitiveField[];
  readonly remotes: RemoteSlot[];
  readonly computed: ComputedSlot[];
  /** Every table that the statement reads. */
  readonly tables: Set<string>;
  /** All ways in which the statement finds rows of scoped tables. */
  readonly found: Set<Found>;
  readonly nextAlias: () => string;
  /** The fields that a selection asks of a row. */
  readonly selectFields: (
    context: CompileContext,
    row: Row,
    selection: Selection,
  ) => readonly Selected[];
}

/** What of a principal shapes a statement; the rest of it is parameters. */
export interface AccessProfile {
  readonly tier: Tier;
  /** One area is compared by equality, which keeps an index's order; several by `any`, which does not. */
  readonly singleArea: boolean;
  /** The caller sees areas of others by a grant in force. */
  readonly granted: boolean;
  readonly decide: (coordinate: string) => FieldDecision;
  readonly levelOf: (coordinate: string) => Classification | undefined;
  /** Groups of fewer enterprises than this outside the caller's areas are not told. */
  readonly smallestGroup: number;
  /** Rows of one list that are read by cursors without another person's agreement; null without end. */
  readonly freeRows: number | null;
}

export function shapeNamed(context: CompileContext, type: string): TypeShape {
  const shape = context.shapes.get(type);
  if (!shape) throw new Error(`The type "${type}" has no shape: add it to resolvers/shapes.ts.`);
  return shape;
}
