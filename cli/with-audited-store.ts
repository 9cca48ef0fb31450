/** Opens the store for a command about accounts, which says itself what goes into the audit before and after. */
import type { Command } from "commander";

import { auditedCommand } from "./audited-command.ts";
import { type CommandStore, withStore } from "./with-store.ts";

export interface AuditedStore extends CommandStore {
  /** @param action such as `key.create`. @param details without secrets. */
  readonly change: <T>(
    action: string,
    details: Readonly<Record<string, unknown>>,
    work: () => Promise<T>,
  ) => Promise<T>;
}

export function withAuditedStore(
  command: Command,
  work: (store: AuditedStore) => Promise<void>,
): Promise<void> {
  return withStore(command, (store) =>
    work({
      ...store,
      change: (action, details, change) =>
        auditedCommand({ ...store, pool: store.workerPool }, { action, details }, change),
    }),
  );
}
