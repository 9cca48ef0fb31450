/** Sources and their imports, read the plain way. */
import type { Principal } from "../../domain/access/principal.ts";
import type { NaiveRow, NaiveStore } from "./naive-store.ts";

export const orderOfSources = {
  keys: [["id"]] as const,
  descending: false,
  place: "Query.sources",
};

/** For the district alone; newest first. */
export function runsOfSource(
  source: NaiveRow,
  { principal, store }: { readonly principal: Principal; readonly store: NaiveStore },
): readonly NaiveRow[] | null {
  if (principal.tier !== "DISTRICT") return null;
  return store
    .rows("import_runs")
    .filter((run) => run["source_id"] === source["id"])
    .toSorted((a, b) => Number(b["id"]) - Number(a["id"]));
}
