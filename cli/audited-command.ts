/** A command that changes or gives away something, with its entries in the audit: intent before, outcome after. */
import { userInfo } from "node:os";

import type { Config } from "../config/options.ts";
import type { AuditEvent } from "../domain/audit-event.ts";
import { openAuditLog } from "../store/audit/audit-log.ts";
import { auditedWrite } from "../store/audit/audited-write.ts";
import type { Pool } from "../store/pool.ts";

export interface CommandAudit {
  /** Of goldseed_worker. */
  readonly pool: Pool;
  readonly config: Pick<Config, "auditDigest">;
}

export interface CommandEntry {
  /** Such as `key.create`. */
  readonly action: string;
  /** A change when left out. */
  readonly category?: AuditEvent["category"];
  /** Plain facts without secrets. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** @throws GoldseedError AUDIT_UNAVAILABLE before the work; whatever the work throws. */
export async function auditedCommand<T>(
  { pool, config }: CommandAudit,
  { action, category = "WRITE", details }: CommandEntry,
  work: () => Promise<T>,
): Promise<T> {
  const log = openAuditLog({
    pool,
    algorithm: config.auditDigest,
    onError: (error) => process.stderr.write(`audit: ${String(error)}\n`),
  });
  const event = { actor: commandActor(), category, action: `cli.${action}`, details };
  try {
    return await auditedWrite(log, event, work);
  } finally {
    await log.settle();
  }
}

/** The account of the operating system: a command has no other proof of who runs it. */
export function commandActor(): string {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    // An account without an entry in the system's list, as in some containers.
    return `cli:uid-${process.getuid?.() ?? "unknown"}`;
  }
}
