/** A change with its two entries: the intent before it, without which it does not begin, and what became of it. */
import type { AuditEvent } from "../../domain/audit-event.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { AuditLog } from "./audit-log.ts";

/** A change unless another category is said: data given away, a look at sensitive data by a command. */
export type WriteEvent = Omit<AuditEvent, "category" | "outcome"> &
  Partial<Pick<AuditEvent, "category">>;

/**
 * @param settled what the result says beyond the event: a number of rows, an expected failure that is told in the result.
 * @throws GoldseedError AUDIT_UNAVAILABLE before anything is changed; whatever `work` throws.
 */
export async function auditedWrite<T>(
  log: AuditLog,
  event: WriteEvent,
  work: () => Promise<T>,
  settled: (result: T) => Partial<AuditEvent> = () => ({}),
): Promise<T> {
  const written: AuditEvent = { category: "WRITE", ...event, outcome: "INTENT" };
  await log.record(written);
  try {
    const result = await work();
    log.note({ ...written, outcome: "DONE", ...settled(result) });
    return result;
  } catch (error) {
    log.note(failedEvent(written, error));
    throw error;
  }
}

function failedEvent(event: AuditEvent, error: unknown): AuditEvent {
  const code = error instanceof GoldseedError ? error.code : "INTERNAL_SERVER_ERROR";
  const refused = code === "FORBIDDEN" || code === "FORBIDDEN_FIELD";
  return {
    ...event,
    outcome: refused ? "REFUSED" : "FAILED",
    details: { ...event.details, code },
  };
}
