/** One caller of each tier to try the graph with, for the terminal and for the query page while developing. */
import type { Config } from "../config/options.ts";
import type { Secrets } from "../config/secrets.ts";
import { readAreaFile } from "../store/read-area-file.ts";
import { developmentToken } from "./development-token.ts";
import { type Caller, parseCaller } from "./parse-caller.ts";

export interface DemoSession {
  readonly label: string;
  /** Name of the shell variable that the examples use. */
  readonly variable: string;
  readonly caller: Caller;
  readonly token: string;
}

/** The first zone by output value and a sub-district with many enterprises: both have something to show. */
const callers = ["city", "district", "zone:370211Z03", "town:370211010"];
const lifetimeS = 12 * 3_600;

export async function demoSessions(
  config: Config,
  { tokenKey }: Pick<Secrets, "tokenKey">,
): Promise<readonly DemoSession[]> {
  const areas = readAreaFile();
  return Promise.all(
    callers.map(async (text) => {
      const caller = parseCaller(text, areas);
      const name = areas.find(({ code }) => code === caller.areaCodes[0])?.name ?? text;
      const role = caller.tier === "TOWN" ? ("SPECIALIST" as const) : ("OFFICER" as const);
      const traits = { role, clearance: null, purpose: null, lifetimeS };
      const token = await developmentToken(config, tokenKey, { caller, traits });
      return { label: name, variable: caller.tier, caller, token };
    }),
  );
}
