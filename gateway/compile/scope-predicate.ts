/**
 * The caller's rows, as a predicate on every scoped table. Row-level security says the same again below; the predicate is
 * there for the planner (an OR in the policy cannot use the area indexes, this can).
 */
import type { CompileContext } from "./compile-context.ts";
import { columnOf } from "./sql-text.ts";

const scopeColumns = { TOWN: "town_code", ZONE: "zone_code" } as const;

/** @returns no condition for tiers that see every row. */
export function scopePredicate(
  context: CompileContext,
  scope: "enterprise" | "none",
  alias: string,
): readonly string[] {
  const { tier, singleArea } = context.access;
  if (scope === "none" || tier === "DISTRICT" || tier === "CITY") return [];
  const column = columnOf(alias, scopeColumns[tier]);
  if (singleArea)
    return [
      `${column} = ${context.parameters.add("area", "text", ({ principal }) => principal.areaCodes[0] ?? "")}`,
    ];
  return [`${column} = any(${areaCodesParameter(context)})`];
}

export function areaCodesParameter(context: CompileContext): string {
  return context.parameters.add("areas", "text[]", ({ principal }) =>
    arrayText(principal.areaCodes),
  );
}

/** A PostgreSQL array literal; the values are parameters, so this is about form and not about safety. */
export function arrayText(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replaceAll(/["\\]/gu, "\\$&")}"`).join(",")}}`;
}
