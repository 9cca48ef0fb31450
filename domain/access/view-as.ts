/** Whom a caller may view the graph as: nobody who sees a row or a field that the caller does not, or carries away more. */
import { GoldseedError } from "../errors.ts";
import type { Tier } from "../vocabulary.ts";
import { type AccessPolicy, decideField, type FieldDecision } from "./policy.ts";
import type { Principal } from "./principal.ts";

/**
 * The other keeps the caller's name, so that every trace names who really asks.
 *
 * @param areas kind of every area, by code.
 * @throws GoldseedError FORBIDDEN, in the same words whatever is beyond the caller's sight.
 */
export function viewAs(
  policy: AccessPolicy,
  caller: Principal,
  {
    other,
    areas,
  }: {
    readonly other: Pick<Principal, "tier" | "areaCodes" | "role" | "clearance" | "purpose">;
    readonly areas: ReadonlyMap<string, Tier>;
  },
): Principal {
  const { grantedAreaCodes: _, ...own } = caller;
  const viewed: Principal = { ...own, ...other, areaCodes: other.areaCodes.toSorted() };
  const rows =
    rowsWithin(caller, other) && other.areaCodes.every((c) => areas.get(c) === other.tier);
  const { exempt } = policy.bulkExport;
  const unasked = exempt.includes(viewed.role) && !exempt.includes(caller.role);
  const wider = [...policy.levels.keys()].some(
    (field) =>
      openness(decideField(policy, viewed, field)) > openness(decideField(policy, caller, field)),
  );
  if (rows && !wider && !unasked) return viewed;
  throw new GoldseedError(
    "FORBIDDEN",
    "只能以本人范围以内的身份试查。 You may view as a caller only whose rows and fields are all within your own sight.",
  );
}

function rowsWithin(caller: Principal, other: Pick<Principal, "tier" | "areaCodes">): boolean {
  if (other.areaCodes.length === 0) return false;
  if (caller.tier === "DISTRICT") return other.tier !== "CITY";
  if (caller.tier === "CITY" && other.tier !== "DISTRICT") return true;
  return (
    caller.tier === other.tier && other.areaCodes.every((code) => caller.areaCodes.includes(code))
  );
}

function openness({ kind }: FieldDecision): number {
  return { refuse: 0, mask: 1, show: 2 }[kind];
}
