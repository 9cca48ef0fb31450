/** An audit that keeps its events in a list, for tests about what is written and not about the chain. */
import type { AuditEvent } from "../../domain/audit-event.ts";
import type { AuditLog } from "../../store/audit/audit-log.ts";

export interface MemoryAudit extends AuditLog {
  readonly events: AuditEvent[];
}

export function memoryAudit(): MemoryAudit {
  const events: AuditEvent[] = [];
  return {
    events,
    record: (event) => Promise.resolve(void events.push(event)),
    note: (event) => void events.push(event),
    settle: () => Promise.resolve(),
  };
}
