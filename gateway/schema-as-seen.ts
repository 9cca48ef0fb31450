/**
 * The contract as one access class sees it: without fields that its policy refuses, without filters over fields that it
 * may not filter by, without types that nothing leads to any more.
 */
import {
  buildASTSchema,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  getNamedType,
  type GraphQLSchema,
  type InputObjectTypeDefinitionNode,
  type InterfaceTypeDefinitionNode,
  isObjectType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  printSchema,
  type TypeNode,
} from "graphql";

import type { FieldDecision } from "../domain/access/policy.ts";
import type { TypeShape } from "../resolvers/shape-language.ts";

export interface SchemaInputs {
  readonly schema: GraphQLSchema;
  readonly shapes: ReadonlyMap<string, TypeShape>;
  readonly decide: (coordinate: string) => FieldDecision;
}

type WithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;
type Definition = Extract<DefinitionNode, { readonly name: unknown }>;

const roots = ["Query", "Mutation", "Subscription"];

export function schemaAsSeen({ schema, shapes, decide }: SchemaInputs): GraphQLSchema {
  const forbidden = forbiddenFilters({ schema, shapes, decide });
  let definitions = parse(printSchema(schema)).definitions.map((node) => {
    if (hasFields(node))
      return keepFields(
        node,
        (field) => decide(`${node.name.value}.${field.name.value}`).kind !== "refuse",
      );
    if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) return withoutFilters(node, forbidden);
    return node;
  });
  // A type without fields takes those that lead to it with it.
  for (;;) {
    const gone = new Set(
      definitions
        .filter((node) => (hasFields(node) || isInput(node)) && node.fields?.length === 0)
        .map((node) => (node as Definition & { name: { value: string } }).name.value),
    );
    if (gone.size === 0) break;
    definitions = definitions
      .filter((node) => !("name" in node && node.name && gone.has(node.name.value)))
      .map((node) => (hasFields(node) ? without(node, gone) : node));
  }
  definitions = withTrueInterfaces(definitions);
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: reachable(definitions) };
  return buildASTSchema(document, { assumeValidSDL: true });
}

/** What lacks a field of an interface, because its own is refused and the interface's is not, is none of its kind. */
function withTrueInterfaces(definitions: readonly DefinitionNode[]): DefinitionNode[] {
  const fieldsOf = new Map(
    definitions.flatMap((node) =>
      hasFields(node) ? [[node.name.value, (node.fields ?? []).map(nameOfField)] as const] : [],
    ),
  );
  const isTrue = (node: WithFields, name: string) => {
    const own = fieldsOf.get(node.name.value) ?? [];
    return (fieldsOf.get(name) ?? []).every((each) => own.includes(each));
  };
  return definitions.map((node) => {
    if (!hasFields(node)) return node;
    const interfaces = (node.interfaces ?? []).filter(({ name }) => isTrue(node, name.value));
    return { ...node, interfaces };
  });
}

const nameOfField = ({ name }: FieldDefinitionNode): string => name.value;

/** `Input.field` of every filter over a field that is not shown whole. */
function forbiddenFilters({ schema, shapes, decide }: SchemaInputs): ReadonlySet<string> {
  const found = new Set<string>();
  for (const shape of shapes.values()) {
    const type = schema.getType(shape.type);
    if (!isObjectType(type)) continue;
    for (const [name, field] of Object.entries(shape.fields)) {
      if (field.kind !== "connection") continue;
      const argument = type.getFields()[name]?.args.find((each) => each.name === "filter");
      if (!argument) continue;
      for (const [key, filter] of Object.entries(field.filters))
        if (filter.kind === "compare" && decide(filter.field).kind !== "show")
          found.add(`${getNamedType(argument.type).name}.${key}`);
    }
  }
  return found;
}

function keepFields<Node extends WithFields>(
  node: Node,
  keep: (field: FieldDefinitionNode) => boolean,
): Node {
  return { ...node, fields: (node.fields ?? []).filter(keep) };
}

function without<Node extends WithFields>(node: Node, gone: ReadonlySet<string>): Node {
  const kept = keepFields(node, ({ type }) => !gone.has(nameOf(type)));
  return {
    ...kept,
    interfaces: (node.interfaces ?? []).filter((each) => !gone.has(each.name.value)),
  };
}

function withoutFilters(
  node: InputObjectTypeDefinitionNode,
  forbidden: ReadonlySet<string>,
): InputObjectTypeDefinitionNode {
  const fields = (node.fields ?? []).filter(
    (field) => !forbidden.has(`${node.name.value}.${field.name.value}`),
  );
  return { ...node, fields };
}

const hasFields = (node: DefinitionNode): node is WithFields =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
const isInput = (node: DefinitionNode): node is InputObjectTypeDefinitionNode =>
  node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION;

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

/** What the roots lead to; an interface leads to those that implement it. */
function reachable(definitions: readonly DefinitionNode[]): readonly DefinitionNode[] {
  const byName = new Map(
    definitions.flatMap((node) => ("name" in node && node.name ? [[node.name.value, node]] : [])),
  );
  const seen = new Set<string>();
  const visit = (name: string) => {
    const node = byName.get(name);
    if (!node || seen.has(name)) return;
    seen.add(name);
    if (hasFields(node)) {
      for (const { name: each } of node.interfaces ?? []) visit(each.value);
      for (const field of node.fields ?? []) {
        visit(nameOf(field.type));
        for (const argument of field.arguments ?? []) visit(nameOf(argument.type));
      }
      for (const other of definitions)
        if (hasFields(other) && other.interfaces?.some((each) => each.name.value === name))
          visit(other.name.value);
    }
    if (isInput(node)) for (const field of node.fields ?? []) visit(nameOf(field.type));
    if (node.kind === Kind.UNION_TYPE_DEFINITION)
      for (const each of node.types ?? []) visit(each.name.value);
  };
  for (const root of roots) visit(root);
  for (const node of definitions)
    if (node.kind === Kind.DIRECTIVE_DEFINITION)
      for (const argument of node.arguments ?? []) visit(nameOf(argument.type));
  return definitions.filter(
    (node) =>
      !("name" in node && node.name) ||
      node.kind === Kind.DIRECTIVE_DEFINITION ||
      seen.has(node.name.value),
  );
}
