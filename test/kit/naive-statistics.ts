/** The statistics grid of the naive graph: exact inside the caller's areas, small groups outside them not told. */
import { libraryKinds, titleKinds } from "../../domain/vocabulary.ts";
import type { NaiveContext } from "./naive-resolver.ts";
import type { NaiveRow } from "./naive-store.ts";

export function statistic(
  name: string,
  row: NaiveRow,
  { store, principal }: NaiveContext,
): unknown {
  if (name === "area") return row;
  const local = principal.tier === "TOWN" || principal.tier === "ZONE";
  const find = (area: unknown, measure: string, member: string) =>
    store
      .rows("area_statistics")
      .find(
        (each) =>
          each["area_code"] === area && each["measure"] === measure && each["member"] === member,
      );
  const told = (measure: string, member: string): boolean => {
    if (!local || principal.areaCodes.includes(String(row["code"]))) return true;
    const figure = measure === "LABEL_COMPLETION" ? "PORTRAITS" : measure;
    const outside = (what: string, of: string) => {
      const amount = (area: unknown) => Number(find(area, what, of)?.["value"] ?? 0);
      return amount(row["code"]) - principal.areaCodes.reduce((sum, code) => sum + amount(code), 0);
    };
    const few = (what: string, of: string) => outside(what, of) > 0 && outside(what, of) < 5;
    if (measure === "IN_LIBRARY" && libraryKinds.some((kind) => few("LIBRARY", kind))) return false;
    return !few(figure, member);
  };
  const of = (measure: string, member: string) =>
    told(measure, member) ? find(row["code"], measure, member) : undefined;
  const counts = (measure: string, members: readonly string[]) =>
    members
      .filter((kind) => told(measure, kind))
      .map((kind) => ({ __made: true, kind, count: Number(of(measure, kind)?.["value"] ?? 0) }));
  if (name === "libraries") return counts("LIBRARY", libraryKinds);
  if (name === "titles") return counts("TITLES", titleKinds);
  if (name === "computedAt") return of("ENTERPRISES", "ALL")?.["computed_at"] ?? null;
  const value = of(
    {
      enterprises: "ENTERPRISES",
      inLibrary: "IN_LIBRARY",
      bases: "BASES",
      labelCompletion: "LABEL_COMPLETION",
    }[name] ?? "",
    "ALL",
  )?.["value"];
  return value === undefined ? null : name === "labelCompletion" ? value : Number(value);
}
