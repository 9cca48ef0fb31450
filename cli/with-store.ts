/**
 * Opens the store of a command's settings for as long as its work takes. What the command does stands in
 * command-effects.ts: a change, data given away and a look at sensitive data are in the audit before they happen.
 */
import type { Command } from "commander";

import type { Config } from "../config/options.ts";
import { auditedCommand } from "./audited-command.ts";
import { commandPath, type Effect, effectOf } from "./command-effects.ts";
import { givenTo } from "./command-details.ts";
import { readCommandConfig } from "./config-flags.ts";
import { type OpenStore, openStore, type OpenStoreOptions } from "./open-store.ts";

export interface CommandStore extends OpenStore {
  readonly config: Config;
}

/** Of the effects that are written here; `own` commands write their entries themselves. */
const categories: Partial<Record<Effect, "WRITE" | "SHARING" | "ACCESS">> = {
  write: "WRITE",
  sharing: "SHARING",
  sensitive: "ACCESS",
};

/** @throws GoldseedError AUDIT_UNAVAILABLE before the work; whatever the work throws. */
export async function withStore(
  command: Command,
  work: (store: CommandStore) => Promise<void>,
  options: OpenStoreOptions = {},
): Promise<void> {
  const { config } = readCommandConfig(command);
  const store = await openStore(config, options);
  try {
    const path = commandPath(command);
    const category = categories[effectOf(path, command.opts())];
    const perform = () => work({ ...store, config });
    if (category === undefined) return await perform();
    const action = path.replaceAll(" ", ".");
    const audited = { pool: store.workerPool, config };
    await auditedCommand(audited, { action, category, details: givenTo(command) }, perform);
  } finally {
    await store.close();
  }
}
