/** The caller of a command that acts as an officer would through the graph. */
import { userInfo } from "node:os";

import type { Principal } from "../domain/access/principal.ts";

/** Whoever may run commands on the server acts for the district, under the account's name. */
export function localOfficer(): Principal {
  return {
    subject: `cli:${userInfo().username}`,
    tier: "DISTRICT",
    areaCodes: [],
    role: "OFFICER",
    clearance: "L3",
    purpose: null,
  };
}
