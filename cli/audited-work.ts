/** Work of a command or of a timer with its entries in the audit: intent before, outcome after. */
import type { Config } from "../config/options.ts";
import type { AuditEvent } from "../domain/audit-event.ts";
import { openAuditLog } from "../store/audit/audit-log.ts";
import { auditedWrite, type WriteEvent } from "../store/audit/audited-write.ts";
import type { Pool } from "../store/pool.ts";

export interface WorkAudit {
  /** Of goldseed_worker. */
  readonly pool: Pool;
  readonly config: Pick<Config, "auditDigest">;
}

/** @param settled what the result adds to the entry. @throws GoldseedError AUDIT_UNAVAILABLE before the work; whatever the work throws. */
export async function auditedWork<T>(
  { pool, config }: WorkAudit,
  event: WriteEvent,
  work: () => Promise<T>,
  settled?: (result: T) => Partial<AuditEvent>,
): Promise<T> {
  const log = openAuditLog({
    pool,
    algorithm: config.auditDigest,
    onError: (error) => process.stderr.write(`audit: ${String(error)}\n`),
  });
  try {
    return await auditedWrite(log, event, work, settled);
  } finally {
    await log.settle();
  }
}

/** What Goldseed does by itself, as the audit names it. */
export const ownActor = "goldseed";
