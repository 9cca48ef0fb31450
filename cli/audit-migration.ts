/**
 * A changed structure is in the audit: after it, since the audit itself is made by a migration. A store whose audit cannot
 * tell of it is not opened.
 */
import type { Config } from "../config/options.ts";
import { openAuditLog } from "../store/audit/audit-log.ts";
import { commandActor } from "./audited-command.ts";
import type { OpenStore } from "./open-store.ts";

/** @throws GoldseedError AUDIT_UNAVAILABLE, with the store closed. */
export async function auditMigration(store: OpenStore, config: Config): Promise<void> {
  const log = openAuditLog({
    pool: store.workerPool,
    algorithm: config.auditDigest,
    onError: (error) => process.stderr.write(`audit: ${String(error)}\n`),
  });
  try {
    await log.record({
      actor: commandActor(),
      category: "SYSTEM",
      action: "store.migrate",
      outcome: "DONE",
      details: { migrated: store.migrated },
    });
  } catch (error) {
    await store.close();
    throw error;
  }
}
