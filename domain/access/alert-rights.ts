/** Who may handle what stands before a town: its own specialists and officers, those of its zone, and the district's. */
import { type AlertAction, alertSteps } from "../alerts/alert-steps.ts";
import { GoldseedError } from "../errors.ts";
import type { Principal } from "./principal.ts";

export interface AreaScope {
  readonly townCode: string | null;
  readonly zoneCode: string | null;
}

/** True when rows of this scope are the caller's to see: the same rule as row-level security. */
export function isInAreas({ tier, areaCodes }: Principal, { townCode, zoneCode }: AreaScope) {
  if (tier === "CITY" || tier === "DISTRICT") return true;
  const code = tier === "TOWN" ? townCode : zoneCode;
  return code !== null && areaCodes.includes(code);
}

/**
 * @param scope undefined for an alert or enterprise that is not there: the answer must not tell the two apart.
 * @throws GoldseedError NOT_FOUND outside the caller's areas, FORBIDDEN for a role that only looks.
 */
export function assertInAreas<T extends AreaScope>(
  principal: Principal,
  scope: T | undefined,
  what: string,
): T {
  if (scope !== undefined && isInAreas(principal, scope)) return scope;
  throw new GoldseedError(
    "NOT_FOUND",
    `未找到${what}，或不在您的辖区内 / It does not exist or lies outside your areas. 请核对编号 / Check the identifier.`,
  );
}

/** @throws GoldseedError FORBIDDEN */
export function assertMayHandle(principal: Principal, action: AlertAction | "FOLLOW_UP"): void {
  const roles =
    action === "FOLLOW_UP" ? (["SPECIALIST", "OFFICER"] as const) : alertSteps[action].roles;
  if (principal.tier !== "CITY" && roles.some((role) => role === principal.role)) return;
  throw new GoldseedError(
    "FORBIDDEN",
    `您的角色 ${principal.tier}/${principal.role} 不能进行 ${action} / Your role may not do this. 需要 Needed: ${roles.join(", ")}（镇街、功能区或区级 town, zone or district）`,
  );
}

/**
 * Screenings reach over the whole district, so its officers alone write them; and they ask of revenue, tax and customs (L3),
 * so that whoever may not see these cannot find them out by thresholds. @throws GoldseedError FORBIDDEN
 */
export function assertMayKeepScreenings({ tier, role, clearance }: Principal): void {
  if (tier === "DISTRICT" && role === "OFFICER" && clearance >= "L3") return;
  throw new GoldseedError(
    "FORBIDDEN",
    `您的角色 ${tier}/${role}（密级 ${clearance}）不能管理筛查 / Your role or clearance may not keep screenings. 需要 Needed: DISTRICT/OFFICER, L3`,
  );
}

/** What leaves by a webhook is of its owner's areas, so officers of any area keep their own; the city sees no alerts. @throws GoldseedError FORBIDDEN */
export function assertMayKeepWebhooks({ tier, role }: Principal): void {
  if (tier !== "CITY" && role === "OFFICER") return;
  throw new GoldseedError(
    "FORBIDDEN",
    `您的角色 ${tier}/${role} 不能管理推送 / Your role may not keep webhooks. 需要 Needed: OFFICER（镇街、功能区或区级 town, zone or district）`,
  );
}
