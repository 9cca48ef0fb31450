/** Which rows a list by area holds, for tiers that do not see all. */
import type { ListField } from "../../resolvers/shape-language.ts";
import type { CompileContext } from "./compile-context.ts";
import { isSeenArea } from "./scope-predicate.ts";
import { columnOf } from "./sql-text.ts";

/** `own-rows`: rows of other tables that name an area; the others are lists of areas themselves. */
export type ListedAreas = "all" | "own" | "own-and-district" | "own-rows";

/** A town or zone sees its own areas and the whole district's row, unless its kind is excluded; others see all. */
export function listedAreas(context: CompileContext, shape: ListField, kind: unknown): ListedAreas {
  const { tier } = context.access;
  if (shape.areas === "all" || tier === "DISTRICT" || tier === "CITY") return "all";
  if (shape.areas === "own") return "own-rows";
  // Enums are part of the plan's key: the value is that of every request with this statement.
  return kind == null || kind === "DISTRICT" ? "own-and-district" : "own";
}

export function areaConditions(
  context: CompileContext,
  areas: ListedAreas,
  alias: string,
): readonly string[] {
  if (areas === "all") return [];
  if (areas === "own-rows") return [isSeenArea(context, columnOf(alias, "area_code"))];
  const own = isSeenArea(context, columnOf(alias, "code"));
  return [areas === "own" ? own : `(${own} or ${columnOf(alias, "kind")} = 'DISTRICT')`];
}
