/** When reading a list becomes carrying it away: from so many rows on, page after page, another person must have agreed. */
import type { Role, Tier } from "../vocabulary.ts";
import type { Principal } from "./principal.ts";
import { hasGrants, seenAreas } from "./sight.ts";

export interface BulkExport {
  /** Rows of one list that may be read by cursors without anybody's agreement. */
  readonly rows: number;
  /** Hours for which what was agreed to may be done, after which it is asked for anew. */
  readonly hours: number;
  /** Roles whose documents were registered one by one, and which nobody is asked about again. */
  readonly exempt: readonly Role[];
}

/** @returns null where no agreement is ever needed. */
export function freeRows(bulkExport: BulkExport, role: Role): number | null {
  return bulkExport.exempt.includes(role) ? null : bulkExport.rows;
}

/** Whose export it is to be: the rows of these areas are what another agrees to. */
export interface Exporter {
  readonly tier: Tier;
  /** With those seen by grants, which a colleague of the caller's own area alone does not decide about. */
  readonly areaCodes: readonly string[];
}

type Exporting = Pick<Principal, "tier" | "areaCodes" | "grantedAreaCodes">;

export function exporterOf(caller: Exporting): Exporter {
  const { tier, areaCodes } = caller;
  return { tier, areaCodes: hasGrants(caller) ? seenAreas(caller) : areaCodes };
}

/** Whether a caller sees no more rows than when another agreed: the same person may come with a token of another area. */
export function isWithin(caller: Exporting, agreed: Exporter): boolean {
  const { tier, areaCodes } = exporterOf(caller);
  return tier === agreed.tier && areaCodes.every((code) => agreed.areaCodes.includes(code));
}

/** Officers, for callers of their own areas; those of the district for everybody in it. That it is another person is asked beside. */
export function mayDecideExport(
  { role, tier, areaCodes }: Pick<Principal, "role" | "tier" | "areaCodes">,
  exporter: Exporter,
): boolean {
  if (role !== "OFFICER") return false;
  if (tier === "DISTRICT") return true;
  return tier === exporter.tier && exporter.areaCodes.every((code) => areaCodes.includes(code));
}

/**
 * A question's variables in one spelling, by which the pages of an export are known for what was agreed to.
 *
 * @param pages names of those that say where a page begins, which is no part of it.
 */
export function exportVariables(
  variables: Readonly<Record<string, unknown>>,
  pages: ReadonlySet<string>,
): string {
  const kept = Object.entries(variables).filter(
    ([name, value]) => !pages.has(name) && value !== undefined,
  );
  return JSON.stringify(sorted(Object.fromEntries(kept)));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}
