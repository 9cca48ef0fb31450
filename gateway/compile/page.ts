/** Page arguments of a connection: how many, from which end, beyond which cursor. */
import type { FieldNode, GraphQLField } from "graphql";

import { GoldseedError } from "../../domain/errors.ts";
import { type ArgumentSource, argumentOf } from "./argument-source.ts";
import type { CompileContext } from "./compile-context.ts";

export interface Page {
  readonly backward: boolean;
  /** Placeholder of the number of rows asked for. */
  readonly limit: string;
  readonly after: ArgumentSource | null;
  readonly before: ArgumentSource | null;
}

/** @throws GoldseedError BAD_USER_INPUT for first with last; the numbers themselves are checked on each request. */
export function pageOf(
  context: CompileContext,
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
): Page {
  const source = (name: string) => argumentOf(definition, node, name, context.variables);
  const [first, last, after, before] = [
    source("first"),
    source("last"),
    source("after"),
    source("before"),
  ];
  if (first.value != null && last.value != null) {
    throw new GoldseedError(
      "BAD_USER_INPUT",
      `"first" and "last" are both given for "${node.name.value}". Give one of them.`,
    );
  }
  const backward = last.value != null;
  return {
    backward,
    limit: limitParameter(context, backward ? last : first, backward ? "last" : "first"),
    after: after.value == null ? null : after,
    before: before.value == null ? null : before,
  };
}

export function limitParameter(
  context: CompileContext,
  source: ArgumentSource,
  name: string,
): string {
  const { maxPageSize, defaultPageSize } = context.limits;
  return context.parameters.add(`limit ${source.key}`, "int", ({ variables }) => {
    const value = (source.read(variables) ?? defaultPageSize) as number;
    if (value < 0 || value > maxPageSize) {
      throw new GoldseedError(
        "BAD_USER_INPUT",
        `“${name}”为 ${value}，应在 0 到 ${maxPageSize} 之间，请分页取。 "${name}" is ${value}, expected 0 to ${maxPageSize}; fetch page by page.`,
        { details: { argument: name, maximum: maxPageSize } },
      );
    }
    return String(value);
  });
}
