/** Page arguments of a connection: how many, from which end, beyond which cursor. */
import type { FieldNode, GraphQLField } from "graphql";

import { GoldseedError } from "../../domain/errors.ts";
import { type ArgumentSource, argumentOf } from "./argument-source.ts";
import type { CompileContext } from "./compile-context.ts";
import type { BindInputs } from "./plan.ts";
import { usualSizes } from "./usual-sizes.ts";

export interface Page {
  readonly backward: boolean;
  /** The number of rows asked for, as the statement's text. */
  readonly limit: string;
  /** The same number, of a request. */
  readonly rows: (inputs: BindInputs) => number;
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
      `“${node.name.value}”同时给了 first 和 last，请只给一个 / "first" and "last" are both given for "${node.name.value}". Give one of them.`,
    );
  }
  const backward = last.value != null;
  const asked = { source: backward ? last : first, name: backward ? "last" : "first" };
  return {
    backward,
    limit: limitText(context, asked.source, asked.name),
    rows: rowsAsked(context, asked.source, asked.name),
    after: after.value == null ? null : after,
    before: before.value == null ? null : before,
  };
}

/**
 * A number that all requests of the plan share stands in the statement: PostgreSQL takes an unknown limit for a tenth of all rows,
 * so that one plan for all requests looked dearer to it than a new one for each, which is what a request then paid for (0425).
 */
export function limitText(context: CompileContext, source: ArgumentSource, name: string): string {
  const rows = rowsAsked(context, source, name);
  if (source.isConstant || usualSizes.has(source.value))
    return String(rows({ variables: context.variables }));
  return context.parameters.add(`limit ${source.key}`, "int", (inputs) => String(rows(inputs)));
}

function rowsAsked(context: CompileContext, source: ArgumentSource, name: string) {
  const { maxPageSize, defaultPageSize } = context.limits;
  return ({ variables }: Pick<BindInputs, "variables">): number => {
    const value = (source.read(variables) ?? defaultPageSize) as number;
    if (value < 0 || value > maxPageSize) {
      throw new GoldseedError(
        "BAD_USER_INPUT",
        `“${name}”为 ${value}，应在 0 到 ${maxPageSize} 之间，请分页取。 "${name}" is ${value}, expected 0 to ${maxPageSize}; fetch page by page.`,
        { details: { argument: name, maximum: maxPageSize } },
      );
    }
    return value;
  };
}
