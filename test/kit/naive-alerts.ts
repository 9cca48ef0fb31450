/** Alerts and screenings the slow way: which rows, in which order. */
import type { Principal } from "../../domain/access/principal.ts";
import type { NaiveRow, NaiveStore } from "./naive-store.ts";

/** Undefined for another field; null where the caller may not ask. */
export function alertList(
  name: string,
  orderBy: unknown,
  { store, principal }: { readonly store: NaiveStore; readonly principal: Principal },
) {
  if (name === "screenings")
    return {
      rows: store.rows(name),
      keys: [["id"]] as const,
      descending: false,
      place: `Query.${name}`,
    };
  if (name !== "alerts") return undefined;
  if (principal.tier === "CITY") return null;
  const { field = "DUE_ON", direction } = (orderBy ?? {}) as {
    field?: string;
    direction?: string;
  };
  const isOwn = (row: NaiveRow) =>
    principal.tier === "DISTRICT" ||
    principal.areaCodes.includes(
      String(row[principal.tier === "TOWN" ? "town_code" : "zone_code"]),
    );
  return {
    rows: store.rows(name).filter(isOwn),
    keys: [[field.toLowerCase()], ["credit_code"], ["id"]] as const,
    descending: direction === "DESC",
    place: `Query.${name}`,
  };
}
