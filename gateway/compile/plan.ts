/** What the compiler makes of an operation: one statement, how to fill its parameters, and what is left to do. */
import type { FieldNode, GraphQLField, GraphQLOutputType, SelectionSetNode } from "graphql";

import type { Principal } from "../../domain/access/principal.ts";
import type { ScopedStatement } from "../../store/scoped-query.ts";

/** Coerced values of an operation's variables. */
export type Variables = Readonly<Record<string, unknown>>;

export interface BindInputs {
  readonly variables: Variables;
  readonly principal: Principal;
  readonly cursorKey: CursorKey;
  /** Rows of one list to which another person has agreed; left out where nobody was asked. */
  readonly confirmedRows?: number;
}

/** What the keys of lists are derived from, which sign their cursors: texts of one length, never sent anywhere. */
export interface CursorKey {
  readonly secret: string;
  /** Of the half day before, whose cursors are read still; null reads none. */
  readonly former: string | null;
}

/** Reads one parameter's text from a request; throws a GoldseedError when the request's value is not allowed. */
export type ParameterReader = (inputs: BindInputs) => string | null;

/** A field the caller may not have: null in the data, and one error that says so. */
export interface Refusal {
  readonly path: readonly string[];
  readonly coordinate: string;
  readonly rule: string;
}

/** From this level on a read is written into the audit. */
export const sensitiveFrom = "L3";

/** A sensitive or personal field in the answer, whole or masked. */
export interface SensitiveField {
  readonly path: readonly string[];
  readonly coordinate: string;
  readonly masked: boolean;
}

/** A field met outside the store: the statement leaves the key in its place. */
export interface RemoteSlot {
  /** Response keys from the root; lists on the way are walked. */
  readonly path: readonly string[];
  readonly loader: "cityRecord";
  readonly type: GraphQLOutputType;
  readonly sets: readonly SelectionSetNode[];
}

/** A field that an engine works out: the statement leaves the row's key in its place, or null at the root. */
export interface ComputedSlot {
  readonly path: readonly string[];
  readonly coordinate: string;
  /** True where the statement leaves a key: a null there is a row without one, and nothing is worked out. */
  readonly keyed: boolean;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
}

export interface Plan {
  readonly statement: ScopedStatement;
  readonly parameters: readonly ParameterReader[];
  /** Arguments that no part of the statement uses; reading them refuses what may not be asked. */
  readonly checks: readonly ParameterReader[];
  readonly refusals: readonly Refusal[];
  readonly remotes: readonly RemoteSlot[];
  readonly computed: readonly ComputedSlot[];
  /** Every table that the statement reads. */
  readonly tables: ReadonlySet<string>;
  /** Fields of L3 and above that the answer holds: reading them is written into the audit. */
  readonly sensitive: readonly SensitiveField[];
}
