/**
 * The words in which each noun says how its fields are met: a column, a relation, a connection, a count, a remote
 * record. Shapes are declarative; only gateway/compile turns them into SQL.
 */
import { getTableName } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";

import { isClosed } from "../store/tables/closed-columns.ts";

/**
 * How a column's value is written as JSON, in the very bytes of JSON.stringify: PostgreSQL writes jsonb with blanks and
 * small floats with exponents.
 */
export type Format = "plain" | "text" | "instant" | "json" | "number";

export interface ColumnField {
  readonly kind: "column";
  readonly column: string;
  readonly format: Format;
  /** How its text becomes JSON: as it stands, between quotes, or escaped; absent where nothing but the value tells. */
  readonly written?: "bare" | "quoted" | "escaped";
  /** Never null in its table. */
  readonly present?: boolean;
  /** Column that holds it as JSON already. */
  readonly json?: string;
}

/** Opaque global id: the type's name and the row's key. */
export interface GlobalIdField {
  readonly kind: "global-id";
  readonly type: string;
}

/** Another type made from the same row. */
export interface SameRowField {
  readonly kind: "same-row";
  readonly type: string;
}

/** Pairs of (column of this row, column of the other row) that must be equal. */
export type Join = readonly (readonly [local: string, remote: string])[];

export interface OneField {
  readonly kind: "one";
  readonly type: string;
  readonly join: Join;
}

/** Columns that must equal an argument, by the argument's name; one that is absent or null asks nothing. */
export type EqualArguments = Readonly<Record<string, string | EqualArgument>>;

export interface EqualArgument {
  readonly column: string;
  /** Text when left out. */
  readonly type?: "integer";
  /** Throws for what no row can have: an empty list would read as an answer. */
  readonly check?: (value: string) => void;
}

/** Rows that hold on a day: from `from` up to, not including, `until`, which is null while they hold. */
export interface OnDay {
  /** Name of the argument that gives the day. */
  readonly argument: string;
  readonly from: string;
  readonly until: string;
  /** Without a day: the rows that hold now, or all. */
  readonly absent: "now" | "all";
  /** Throws for a day of which nothing can be said. */
  readonly check: (day: string) => void;
}

/** A plain list, bounded by its `first` argument where it has one. */
export interface ManyField {
  readonly kind: "many";
  readonly type: string;
  readonly join: Join;
  readonly order: readonly OrderKey[];
  readonly where?: readonly Condition[];
  readonly equals?: EqualArguments;
  readonly onDay?: OnDay;
}

/** Objects that one row keeps as a JSON array; null when there is none. Their shape is of columns named in `record`. */
export interface JsonListField {
  readonly kind: "json-list";
  readonly type: string;
  readonly column: string;
  /** Type of each member that is read. */
  readonly record: Readonly<Record<string, JsonType>>;
}

export type JsonType = "text" | "numeric" | "integer" | "boolean" | "jsonb";

/** One object that a row keeps as JSON; null when there is none. Its shape is of columns named in `record`. */
export interface JsonObjectField {
  readonly kind: "json-object";
  readonly type: string;
  readonly column: string;
  /** Type of each member that is read. */
  readonly record: Readonly<Record<string, JsonType>>;
}

/** A JSON object of counts by name as a list of `name` and `count`, the largest first; null when there is none. */
export interface JsonCountsField {
  readonly kind: "json-counts";
  readonly type: string;
  readonly column: string;
}

/** A Relay connection: keyset pages over a table, correlated by `join` or, at the root, free. */
export interface ConnectionField {
  readonly kind: "connection";
  readonly type: string;
  readonly join: Join;
  /** Keys of the order when the field has no `orderBy`, or by the name that `orderBy.field` gives. */
  readonly orders: Readonly<Record<string, readonly OrderKey[]>>;
  readonly filters: Readonly<Record<string, FilterField>>;
  readonly where?: readonly Condition[];
  readonly onDay?: OnDay;
  /** Read instead of the table where it holds all that is asked. */
  readonly models?: readonly ListModel[];
}

/** A relation to one row, of which the row holds columns; what else is asked of it is read where it stands. */
export interface HeldOneField {
  readonly kind: "held-one";
  readonly type: string;
  /** Its fields over columns of the row that holds it. */
  readonly held: TypeShape;
  /** Column that is true where there is such a row. */
  readonly present: string;
  readonly elsewhere: OneField;
}

/** A plain list whose rows the row holds, one array a column, in the list's own order. */
export interface HeldManyField {
  readonly kind: "held-many";
  readonly type: string;
  readonly held: TypeShape;
  /** Arrays by the column whose values they hold. */
  readonly arrays: Readonly<Record<string, string>>;
  readonly elsewhere: ManyField;
}

/** A table of its own with some of a connection's rows and some of their columns (resolvers/list-model.ts). */
export interface ListModel {
  /** The filter that is true of all of its rows and of no others. */
  readonly when: string;
  readonly shape: TypeShape;
  /** Columns that filters and orders may name. */
  readonly columns: ReadonlySet<string>;
}

/** Rows of a table counted by one column's members, zero for members without a row. */
export interface CountsField {
  readonly kind: "counts";
  readonly table: string;
  readonly by: string;
  readonly members: readonly string[];
  readonly where: readonly Condition[];
  readonly onDay?: OnDay;
}

/** A figure of the statistics grid for the area of this row. */
export interface MeasureField {
  readonly kind: "measure";
  readonly measure: string;
  readonly format: "integer" | "text" | "instant";
}

export interface MeasureListField {
  readonly kind: "measure-list";
  readonly measure: string;
  readonly members: readonly string[];
}

/** A fact about the caller, not about a row. */
export interface PrincipalField {
  readonly kind: "principal";
  readonly part: "subject" | "tier" | "role" | "clearance";
}

export interface PrincipalAreasField {
  readonly kind: "principal-areas";
  readonly type: string;
}

/** The row whose unique column equals an argument. */
export interface ByKeyField {
  readonly kind: "by-key";
  readonly type: string;
  readonly argument: string;
  readonly column: string;
}

/** The row of a global id, whatever its type. */
export interface ByNodeIdField {
  readonly kind: "by-node-id";
}

/** Every row of a small table, narrowed by equality with optional arguments. */
export interface ListField {
  readonly kind: "list";
  readonly type: string;
  readonly order: readonly OrderKey[];
  readonly equals: EqualArguments;
  readonly where?: readonly Condition[];
  /**
   * `own-and-district`: the caller's areas and the whole district, all areas for district and city; `own`: rows whose
   * `area_code` is the caller's, all for district and city.
   */
  readonly areas: "all" | "own-and-district" | "own";
}

/** An object that stands for no row. */
export interface ObjectField {
  readonly kind: "object";
  readonly type: string;
}

/** Met outside the store, in batches, by the key in `column`. */
export interface RemoteField {
  readonly kind: "remote";
  readonly loader: "cityRecord";
  readonly column: string;
}

/** Worked out by an engine (resolvers/computed.ts), which is given the row's `column`, or nothing at the root. */
export interface ComputedField {
  readonly kind: "computed";
  readonly column: string | null;
}

export type FieldShape =
  | ColumnField
  | GlobalIdField
  | SameRowField
  | OneField
  | ManyField
  | HeldOneField
  | HeldManyField
  | JsonListField
  | JsonObjectField
  | JsonCountsField
  | ConnectionField
  | CountsField
  | MeasureField
  | MeasureListField
  | PrincipalField
  | PrincipalAreasField
  | ByKeyField
  | ByNodeIdField
  | ListField
  | ObjectField
  | RemoteField
  | ComputedField;

/** A sort key that is never null: `nullAs` stands in, because a keyset cannot step over nulls and keep its index. */
export interface OrderKey {
  readonly column: string;
  readonly type:
    | "text"
    | "numeric"
    | "integer"
    | "double precision"
    | "date"
    | "timestamptz"
    | "uuid"
    | "bigint";
  readonly nullAs?: string;
  /** The field whose value the order tells, where it has another column than the key. */
  readonly field?: string;
  /** Direction where the caller does not choose. All keys of one order share it. */
  readonly descending?: boolean;
}

export type Condition =
  | { readonly column: string; readonly is: "null" | "present" }
  | { readonly column: string; readonly equals: string };

export type FilterOperator =
  | "equals"
  | "any-of"
  | "array-contains"
  | "contains"
  | "starts-with"
  | "at-least"
  | "at-most"
  | "is-present";

export type FilterField =
  | {
      /** Column of the text's grams, for an operator `contains` that an index answers. */
      readonly grams?: string;
      readonly kind: "compare";
      readonly column: string;
      readonly operator: FilterOperator;
      readonly type: string;
      readonly field: string;
    }
  | { readonly kind: "and" | "or" | "not" };

export interface TypeShape {
  readonly type: string;
  /** Null for types that stand for no table of their own. */
  readonly table: string | null;
  /** `enterprise` tables carry town_code and zone_code and are always read through the caller's scope. */
  readonly scope: "enterprise" | "none";
  /** Columns that make a global id, in order. */
  readonly key: readonly OrderKey[];
  readonly fields: Readonly<Record<string, FieldShape>>;
}

type FieldsOf<T> = { readonly [K in Exclude<keyof T, "__typename">]-?: FieldShape };

/**
 * A type of the graph over its table. `T` is the generated type of the contract: a field that is forgotten, or one that
 * the contract does not have, does not compile.
 */
export function shapeOf<T extends { __typename?: unknown } | object>() {
  return (
    type: string,
    base: { readonly table: PgTable | null; readonly key?: readonly OrderKey[] },
    fields: FieldsOf<T>,
  ): TypeShape => {
    const columns: object = base.table ?? {};
    return {
      type,
      table: base.table ? getTableName(base.table) : null,
      scope: "townCode" in columns ? "enterprise" : "none",
      key: base.key ?? [],
      fields,
    };
  };
}

const formats: Readonly<Record<string, Format>> = {
  PgNumeric: "text",
  PgBigInt64: "text",
  PgDateString: "text",
  PgTimestampString: "instant",
  PgJsonb: "json",
  PgDoublePrecision: "number",
  PgReal: "number",
};

const writings: Readonly<Record<string, ColumnField["written"]>> = {
  PgInteger: "bare",
  PgBoolean: "bare",
  PgNumeric: "quoted",
  PgBigInt64: "quoted",
  PgDateString: "quoted",
  PgTimestampString: "quoted",
};

export function column(of: PgColumn): ColumnField {
  const format = formats[of.columnType] ?? "plain";
  const written = isClosed(of) ? "quoted" : (writings[of.columnType] ?? "escaped");
  return { kind: "column", column: of.name, format, written, present: of.notNull };
}

const keyTypes: Readonly<Record<string, OrderKey["type"]>> = {
  PgNumeric: "numeric",
  PgInteger: "integer",
  PgDoublePrecision: "double precision",
  PgDateString: "date",
  PgTimestampString: "timestamptz",
  PgUUID: "uuid",
  PgBigInt64: "bigint",
};

/** A member of an object kept as JSON. */
export function member(name: string, format: Format = "plain"): ColumnField {
  return { kind: "column", column: name, format };
}

export function orderKey(
  of: PgColumn,
  options: {
    readonly nullAs?: string;
    readonly descending?: boolean;
    readonly field?: string;
  } = {},
): OrderKey {
  return { column: of.name, type: keyTypes[of.columnType] ?? "text", ...options };
}

export function join(...pairs: readonly (readonly [PgColumn, PgColumn])[]): Join {
  return pairs.map(([local, remote]) => [local.name, remote.name] as const);
}

export function compare(
  field: string,
  of: PgColumn,
  operator: FilterOperator,
): Extract<FilterField, { kind: "compare" }> {
  const type = operator === "array-contains" ? "text" : (keyTypes[of.columnType] ?? "text");
  return { kind: "compare", column: of.name, operator, type, field };
}
