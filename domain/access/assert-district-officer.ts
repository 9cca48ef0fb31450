/** Who may answer for the district towards the city: its officers, and nobody for a part of it. */
import { GoldseedError } from "../errors.ts";
import type { Principal } from "./principal.ts";

/** @param what the action refused, in both languages. @throws GoldseedError FORBIDDEN. */
export function assertDistrictOfficer(
  { tier, role }: Pick<Principal, "tier" | "role">,
  what: { readonly zh: string; readonly en: string },
): void {
  if (tier === "DISTRICT" && role === "OFFICER") return;
  throw new GoldseedError(
    "FORBIDDEN",
    `只有区级经办人员可以${what.zh}，当前为 ${tier} ${role} / Only an officer of the district may ${what.en}; the caller is ${tier} ${role}. Ask one of them.`,
  );
}
