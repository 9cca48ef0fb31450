/** Who may enter what an enterprise says of itself: specialists and officers of its town, of its zone and of the district. */
import { GoldseedError } from "../errors.ts";
import type { Principal } from "./principal.ts";

/** @throws GoldseedError FORBIDDEN */
export function assertMayRecordClaims({ tier, role }: Principal): void {
  if (tier !== "CITY" && (role === "SPECIALIST" || role === "OFFICER")) return;
  throw new GoldseedError(
    "FORBIDDEN",
    `您的角色 ${tier}/${role} 不能登记企业自称的称号 / Your role may not record the titles that enterprises claim. 需要 Needed: SPECIALIST, OFFICER（镇街、功能区或区级 town, zone or district）`,
  );
}
