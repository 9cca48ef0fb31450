/** What is wrong between the access policy, the contract and the shapes; told whole, nothing is stopped at the first. */
import { type GraphQLSchema, isInterfaceType, isObjectType } from "graphql";
import { parse } from "yaml";

import { parsePolicy } from "../domain/access/parse-policy.ts";
import type { AccessPolicy } from "../domain/access/policy.ts";
import { GoldseedError } from "../domain/errors.ts";
import type { TypeShape } from "../resolvers/shape-language.ts";
import { readClassifications } from "./load-schema.ts";

export interface PolicyChecked {
  /** Null when it could not be read at all. */
  readonly policy: AccessPolicy | null;
  readonly problems: readonly string[];
}

export function checkPolicy(
  text: string,
  schema: GraphQLSchema,
  shapes: ReadonlyMap<string, TypeShape>,
): PolicyChecked {
  const levels = readClassifications(schema);
  const missing = unclassified(schema, levels);
  try {
    const policy = parsePolicy(parse(text), levels);
    return { policy, problems: [...missing, ...unmaskable(policy, shapes)] };
  } catch (error) {
    return { policy: null, problems: [...missing, ...problemsOf(error)] };
  }
}

function problemsOf(error: unknown): readonly string[] {
  if (error instanceof GoldseedError) {
    const { problems } = error.details;
    return Array.isArray(problems) ? problems.map(String) : [error.message];
  }
  const reason = error instanceof Error ? error.message : String(error);
  return [`不是合法的 YAML / not readable as YAML: ${reason}`];
}

function unclassified(schema: GraphQLSchema, levels: ReadonlyMap<string, unknown>) {
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`))
    .filter((field) => !levels.has(field))
    .map((field) => `合同：“${field}”没有密级 / contract: "${field}" has no @classified(level:)`);
}

/** Masks are made in SQL from a column; a relation or a count has none. */
function unmaskable(policy: AccessPolicy, shapes: ReadonlyMap<string, TypeShape>) {
  return [...policy.masks.keys()]
    .filter((coordinate) => {
      const [type = "", field = ""] = coordinate.split(".");
      const shape = shapes.get(type)?.fields[field];
      return shape !== undefined && shape.kind !== "column";
    })
    .map(
      (coordinate) =>
        `masks：“${coordinate}”不是库中的一列，无从脱敏 / masks: "${coordinate}" is not a column, so that nothing can mask it`,
    );
}
