/** The executable schema and what the directives of the contract say about each field. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { makeExecutableSchema } from "@graphql-tools/schema";
import {
  type DirectiveNode,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
} from "graphql";

import type { Classification } from "../domain/vocabulary.ts";
import { scalars } from "./scalars.ts";

const contract = fileURLToPath(new URL("../schema/generated/schema.graphql", import.meta.url));

export type Resolvers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** @param resolvers root fields for what runs through graphql-js; all else is compiled. */
export function loadSchema(resolvers: Resolvers = {}): GraphQLSchema {
  return makeExecutableSchema({
    typeDefs: readFileSync(contract, "utf8"),
    resolvers: {
      ...scalars,
      Node: { __resolveType: (value: { __typename?: string }) => value.__typename ?? null },
      ...resolvers,
    },
    resolverValidationOptions: { requireResolversToMatchSchema: "ignore" },
  });
}

/** `Type.field` to its classification. */
export function readClassifications(schema: GraphQLSchema): ReadonlyMap<string, Classification> {
  const levels = new Map<string, Classification>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__") || (!isObjectType(type) && !isInterfaceType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      const level = levelOf(field.astNode?.directives ?? []);
      if (level) levels.set(`${type.name}.${field.name}`, level);
    }
  }
  return levels;
}

function levelOf(directives: readonly DirectiveNode[]): Classification | undefined {
  const level = directives.find((node) => node.name.value === "classified")?.arguments?.[0]?.value;
  return level?.kind === Kind.ENUM ? (level.value as Classification) : undefined;
}
