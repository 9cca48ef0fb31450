/**
 * The caller's rows, as a predicate on every scoped table. Row-level security says the same again below; the predicate is
 * there for the planner (an OR in the policy cannot use the area indexes, this can).
 */
import { seenAreas } from "../../domain/access/sight.ts";
import type { CompileContext, Found } from "./compile-context.ts";
import { columnOf } from "./sql-text.ts";

const scopeColumns = { TOWN: "town_code", ZONE: "zone_code" } as const;

/**
 * @param found how rows are found besides. Those of one enterprise are compared in collation "C", which no index by area
 * has: the planner would else go by such an index and sort, where the primary key has them in order.
 * @returns no condition for tiers that see every row.
 */
export function scopePredicate(
  context: CompileContext,
  scope: "enterprise" | "none",
  alias: string,
  found: Found,
): readonly string[] {
  const { tier, granted } = context.access;
  if (scope === "none") return [];
  context.found.add(found);
  if (tier === "DISTRICT" || tier === "CITY") return [];
  const column = (name: string) =>
    `${columnOf(alias, name)}${found === "by enterprise" ? ' collate "C"' : ""}`;
  if (!granted) return [isSeenArea(context, column(scopeColumns[tier]))];
  const seen = seenAreasParameter(context);
  return [`(${column("town_code")} = any(${seen}) or ${column("zone_code")} = any(${seen}))`];
}

/**
 * Whether an area is the caller's. One area is compared by equality: the planner takes an array of unknown length for
 * ten, finds a plan for the very array cheaper each time, and plans each time (0.5 ms on a dashboard of 0.1 ms).
 */
export function isSeenArea(context: CompileContext, code: string): string {
  const { singleArea, granted } = context.access;
  if (!singleArea || granted) return `${code} = any(${seenAreasParameter(context)})`;
  return `${code} = ${context.parameters.add("area", "text", ({ principal }) => principal.areaCodes[0] ?? "")}`;
}

/** The caller's own areas and those of its grants in force; codes of towns and zones are never equal. */
export function seenAreasParameter(context: CompileContext): string {
  if (!context.access.granted) return areaCodesParameter(context);
  return context.parameters.add("seen areas", "text[]", ({ principal }) =>
    arrayText(seenAreas(principal)),
  );
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
