/** A command that changes, gives away or shows something, in the audit under the account that runs it. */
import { userInfo } from "node:os";

import type { WriteEvent } from "../store/audit/audited-write.ts";
import { auditedWork, type WorkAudit } from "./audited-work.ts";

/** @property action such as `key.create`. @property details plain facts without secrets. */
export type CommandEntry = Pick<WriteEvent, "action" | "category" | "details">;

/** @throws GoldseedError AUDIT_UNAVAILABLE before the work; whatever the work throws. */
export function auditedCommand<T>(
  audit: WorkAudit,
  entry: CommandEntry,
  work: () => Promise<T>,
): Promise<T> {
  return auditedWork(
    audit,
    { ...entry, actor: commandActor(), action: `cli.${entry.action}` },
    work,
  );
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
