/**
 * What each command does to the store, in one list: by it `with-store.ts` writes the audit, and docs/commands.md is made.
 * A command that is not listed fails a test, and is treated as a change until it is.
 */

import type { Command } from "commander";

/**
 * none: opens no store, or asks the gateway, which keeps the audit. read: nothing sensitive. sensitive: shows data of L3 and
 * above, so it is in the audit first. write: a change, with intent and outcome. sharing: gives data to the city, kept longest.
 * own: writes its entries itself, with details that the arguments do not tell (never a key that was given as one).
 */
export type Effect = "none" | "read" | "sensitive" | "write" | "sharing" | "own";

/** @property flag the option with which a command does more than it usually does. */
export type CommandEffect =
  | Effect
  | { readonly usually: Effect; readonly flag: string; readonly effect: Effect };

export const commandEffects: Readonly<Record<string, CommandEffect>> = {
  start: "own",
  token: "none",
  "token revoke": "own",
  query: "none",
  export: "none",
  "export-request list": "read",
  "export-request confirm": "own",
  "export-request reject": "own",
  "db migrate": "own",
  "db status": "read",
  "db verify": { usually: "read", flag: "repair", effect: "write" },
  "demo fill": "write",
  "demo status": "read",
  "demo city-seed": "read",
  "config show": "none",
  "config check": "none",
  "key create": "own",
  "key list": "read",
  "key revoke": "own",
  "trusted add": "own",
  "trusted list": "read",
  "trusted remove": "own",
  "assignment set": "own",
  "assignment proposals": "read",
  "assignment confirm": "own",
  "assignment reject": "own",
  "assignment list": "read",
  "assignment disable": "own",
  "audit verify": "read",
  "audit search": "sensitive",
  "audit export": "own",
  "audit prune": "own",
  import: "write",
  "import status": "read",
  "import resume": "write",
  "import abandon": "write",
  "import release": "write",
  "import reject": "write",
  "import undo": "write",
  "town list": "read",
  "town assign": "write",
  "quarantine list": { usually: "read", flag: "rows", effect: "sensitive" },
  "quarantine export": { usually: "sensitive", flag: "propose", effect: "write" },
  "quarantine retry": "write",
  "link review list": "read",
  "link review decide": "write",
  "link review undo": "write",
  "link review retry": "write",
  "link explain": "read",
  "link evaluate": "none",
  "sync run": "sharing",
  "sync status": "read",
  "sync key": "none",
  "sync diff": "sharing",
  "sync verify": "sharing",
  "sync replay": "sharing",
  "sync conflicts list": "read",
  "sync conflicts show": "read",
  "sync conflicts decide": "write",
  "sync receipt": "read",
  "sync vouch": "write",
  "criteria judge": "none",
  "criteria list": "none",
  "criteria show": "none",
  "criteria check": "none",
  "criteria diff": "none",
  "criteria dry-run": "read",
  "assess run": "write",
  "assess status": "read",
  "score backtest": "read",
  "policy check": "none",
  "policy matrix": "none",
  "policy diff": "none",
  "policy explain": "read",
  "grant create": "write",
  "grant list": "read",
  "grant revoke": "write",
  "screening parse": "none",
  "alert list": "sensitive",
  "alert ack": "write",
  "alert step": "write",
  "webhook add": "own",
  "webhook list": "read",
  "webhook pause": "own",
  "webhook resume": "own",
  "webhook rotate": "own",
  "webhook retry": "own",
  "webhook remove": "own",
};

/** The command without its program's name, such as `sync conflicts decide`. */
export function commandPath(command: Command): string {
  const above = command.parent;
  return above === null || above.parent === null
    ? command.name()
    : `${commandPath(above)} ${command.name()}`;
}

/** @param flags as they were given. */
export function effectOf(path: string, flags: Readonly<Record<string, unknown>>): Effect {
  const effect = commandEffects[path] ?? "write";
  if (typeof effect === "string") return effect;
  return flags[effect.flag] === undefined ? effect.usually : effect.effect;
}
