/** A command that changes, gives away or shows something, in the audit under the account that runs it. */
import type { WriteEvent } from "../store/audit/audited-write.ts";
import { accountName } from "./account-name.ts";
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

/** Whoever runs the command, as the audit names it. */
export const commandActor = (): string => `cli:${accountName()}`;
