/** The caller of a command that acts as an officer would through the graph. */
import type { Principal } from "../domain/access/principal.ts";
import { commandActor } from "./audited-command.ts";

/** Whoever may run commands on the server acts for the district, under the account's name. */
export function localOfficer(): Principal {
  return {
    subject: commandActor(),
    tier: "DISTRICT",
    areaCodes: [],
    role: "OFFICER",
    clearance: "L3",
    purpose: null,
  };
}
