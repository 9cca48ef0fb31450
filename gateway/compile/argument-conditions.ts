/** Conditions that a field's own arguments put on its rows: equality with a column, and the day on which they hold. */
import type { FieldNode, GraphQLField } from "graphql";

import type {
  Condition,
  EqualArgument,
  EqualArguments,
  OnDay,
} from "../../resolvers/shape-language.ts";
import { argumentOf } from "./argument-source.ts";
import type { CompileContext } from "./compile-context.ts";
import { columnOf, literal } from "./sql-text.ts";

export interface ArgumentsOf {
  readonly definition: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly alias: string;
}

interface Asked {
  readonly where?: readonly Condition[];
  readonly equals?: EqualArguments;
  readonly onDay?: OnDay;
}

interface Parameter {
  readonly argument: string;
  readonly type: "text" | "integer" | "date";
  readonly check?: EqualArgument["check"];
}

export function argumentConditions(
  context: CompileContext,
  { where, equals, onDay }: Asked,
  of: ArgumentsOf,
): readonly string[] {
  return [
    ...(where ?? []).map((condition) => conditionText(of.alias, condition)),
    ...Object.entries(equals ?? {}).flatMap(([argument, column]) => {
      const asked = typeof column === "string" ? { column } : column;
      const value = parameterOf(context, of, { argument, type: asked.type ?? "text", ...asked });
      return value === null ? [] : [`${columnOf(of.alias, asked.column)} = ${value}`];
    }),
    ...(onDay === undefined ? [] : dayConditions(context, onDay, of)),
  ];
}

function conditionText(alias: string, condition: Condition): string {
  const column = columnOf(alias, condition.column);
  if ("equals" in condition) return `${column} = ${literal(condition.equals)}`;
  return condition.is === "null" ? `${column} is null` : `${column} is not null`;
}

function dayConditions(context: CompileContext, onDay: OnDay, of: ArgumentsOf): readonly string[] {
  const { argument, check } = onDay;
  const day = parameterOf(context, of, { argument, type: "date", check });
  const until = columnOf(of.alias, onDay.until);
  if (day === null) return onDay.absent === "now" ? [`${until} is null`] : [];
  return [`${columnOf(of.alias, onDay.from)} <= ${day}`, `(${until} is null or ${until} > ${day})`];
}

/** @returns the parameter, or null when the argument is absent or null. */
function parameterOf(
  context: CompileContext,
  { definition, nodes }: ArgumentsOf,
  { argument, type, check }: Parameter,
): string | null {
  const source = argumentOf(definition, nodes[0] as FieldNode, argument, context.variables);
  if (source.value == null) return null;
  return context.parameters.add(`equals ${source.key}`, type, ({ variables }) => {
    const value = String(source.read(variables));
    check?.(value);
    return value;
  });
}
