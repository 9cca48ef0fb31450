/** Opens the store for a command about accounts: what it changes is written into the audit before and after. */
import type { Command } from "commander";

import type { Config } from "../config/options.ts";
import { auditedCommand } from "./audited-command.ts";
import { readCommandConfig } from "./config-flags.ts";
import { type OpenStore, openStore } from "./open-store.ts";

export interface AuditedStore extends Pick<OpenStore, "workerPool" | "secrets" | "ownerUrl"> {
  readonly config: Config;
  /** @param action such as `key.create`. @param details without secrets. */
  readonly change: <T>(
    action: string,
    details: Readonly<Record<string, unknown>>,
    work: () => Promise<T>,
  ) => Promise<T>;
}

export async function withAuditedStore(
  command: Command,
  work: (store: AuditedStore) => Promise<void>,
): Promise<void> {
  const { config } = readCommandConfig(command);
  const store = await openStore(config);
  const { workerPool: pool } = store;
  try {
    await work({
      ...store,
      config,
      change: (action, details, change) =>
        auditedCommand({ pool, config }, action, details, change),
    });
  } finally {
    await store.close();
  }
}
