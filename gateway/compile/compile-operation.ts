/**
 * A validated operation and one access class into one SQL statement that returns the finished JSON text of the answer.
 *
 * A. Each root field becomes one expression; a nested object or list becomes a correlated subquery (measured: 1193 µs
 *    against 1465 µs with batched CTEs).
 * B. Every field is decided by the access policy before its SQL is built; a refused one is null and one error.
 * C. Variables and scope are parameters. What shapes the text is part of the plan's key (variable-signature.ts).
 */
import { createHash } from "node:crypto";

import type {
  DocumentNode,
  FieldNode,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
} from "graphql";

import type { TypeShape } from "../../resolvers/shape-language.ts";
import { collectFields } from "./collect-fields.ts";
import { fragmentsOf } from "./fragments-of.ts";
import {
  type AccessProfile,
  type CompileContext,
  type PlanLimits,
  type Row,
  type Selection,
  shapeNamed,
} from "./compile-context.ts";
import { columnExpression } from "./column-expression.ts";
import { fieldExpression } from "./field-expression.ts";
import { constant, jsonDocument, type Selected, type Sql, valueOf } from "./json-text.ts";
import { maskExpression } from "./mask-expression.ts";
import { Parameters } from "./parameters.ts";
import { refusedField } from "./refused-field.ts";
import { type Plan, sensitiveFrom, type Variables } from "./plan.ts";

export interface CompileInputs {
  readonly schema: GraphQLSchema;
  readonly shapes: ReadonlyMap<string, TypeShape>;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
  readonly access: AccessProfile;
  readonly limits: PlanLimits;
}

/** @throws GoldseedError for arguments that no request with these variables may have. */
export function compileOperation(inputs: CompileInputs): Plan {
  let aliases = 0;
  const context: CompileContext = {
    schema: inputs.schema,
    shapes: inputs.shapes,
    fragments: fragmentsOf(inputs),
    variables: inputs.variables,
    parameters: new Parameters(),
    access: inputs.access,
    limits: inputs.limits,
    refusals: [],
    sensitive: [],
    remotes: [],
    computed: [],
    tables: new Set(),
    found: new Set(),
    nextAlias: () => `t${++aliases}`,
    selectFields,
  };
  const type = inputs.schema.getQueryType() as GraphQLObjectType;
  const root: Row = { shape: shapeNamed(context, type.name), alias: "root", known: new Map() };
  const selected = selectFields(context, root, {
    type,
    sets: [inputs.operation.selectionSet],
    path: [],
  });
  const { text, used, checks } = context.parameters.settle(jsonDocument(selected));
  const name = `gs_${createHash("sha256").update(text).digest("hex").slice(0, 40)}`;
  const { refusals, remotes, computed, sensitive, tables, found } = context;
  const keyed = found.has("by key") && !found.has("by area");
  return {
    statement: { name, text, keyed },
    parameters: used,
    checks,
    refusals,
    remotes,
    computed,
    sensitive,
    tables,
  };
}

function selectFields(
  context: CompileContext,
  row: Row,
  { type, sets, path }: Selection,
): readonly Selected[] {
  const list: Selected[] = [];
  for (const [key, nodes] of collectFields(context, type, sets)) {
    const name = nodes[0]?.name.value ?? "";
    const sql =
      name === "__typename"
        ? constant(type.name)
        : selectField(context, row, { type, nodes, name, path: [...path, key] });
    list.push({ key, sql });
  }
  return list;
}

interface FieldPlace {
  readonly type: GraphQLObjectType;
  readonly nodes: readonly FieldNode[];
  readonly name: string;
  readonly path: readonly string[];
}

function selectField(
  context: CompileContext,
  row: Row,
  { type, nodes, name, path }: FieldPlace,
): Sql {
  const definition = type.getFields()[name];
  const shape = row.shape.fields[name];
  const coordinate = `${type.name}.${name}`;
  if (!definition || !shape) throw new Error(`The field "${coordinate}" has no shape.`);
  const decision = context.access.decide(coordinate);
  if (decision.kind === "refuse")
    return refusedField(context, { path, coordinate, rule: decision.rule }, definition.type);
  if (sensitiveFrom <= (context.access.levelOf(coordinate) ?? "L4"))
    context.sensitive.push({ path, coordinate, masked: decision.kind === "mask" });
  if (decision.kind === "mask") {
    if (shape.kind !== "column")
      throw new Error(`The policy masks "${coordinate}", which is not a column.`);
    return maskExpression(decision.mask, valueOf(columnExpression(shape, row)));
  }
  return fieldExpression(context, { shape, definition, nodes, row, path });
}
