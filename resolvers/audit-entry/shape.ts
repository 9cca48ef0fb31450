/** The audit, for auditors. */
import type { AuditEntry } from "../../schema/generated/types.ts";
import { auditEntries } from "../../store/tables/access.ts";
import { column, compare, type ConnectionField, orderKey, shapeOf } from "../shape-language.ts";

export const auditEntryShape = shapeOf<AuditEntry>()(
  "AuditEntry",
  { table: auditEntries, key: [orderKey(auditEntries.sequence)] },
  {
    sequence: column(auditEntries.sequence),
    at: column(auditEntries.at),
    actor: column(auditEntries.actor),
    onBehalfOf: column(auditEntries.onBehalfOf),
    tier: column(auditEntries.tier),
    purpose: column(auditEntries.purpose),
    category: column(auditEntries.category),
    action: column(auditEntries.action),
    outcome: column(auditEntries.outcome),
    operationHash: column(auditEntries.operationHash),
    fields: column(auditEntries.fields),
    rowCount: column(auditEntries.rowCount),
    refusedFields: column(auditEntries.refusedFields),
    creditCodes: column(auditEntries.creditCodes),
    policyVersion: column(auditEntries.policyVersion),
    requestId: column(auditEntries.requestId),
    details: column(auditEntries.details),
    digest: column(auditEntries.digest),
  },
);

export const auditEntriesField: ConnectionField = {
  kind: "connection",
  type: "AuditEntry",
  join: [],
  orders: { default: [orderKey(auditEntries.sequence, { descending: true })] },
  filters: {
    actor: compare("AuditEntry.actor", auditEntries.actor, "equals"),
    onBehalfOf: compare("AuditEntry.onBehalfOf", auditEntries.onBehalfOf, "equals"),
    action: compare("AuditEntry.action", auditEntries.action, "equals"),
    category: compare("AuditEntry.category", auditEntries.category, "any-of"),
    outcome: compare("AuditEntry.outcome", auditEntries.outcome, "any-of"),
    creditCode: compare("AuditEntry.creditCodes", auditEntries.creditCodes, "array-contains"),
    requestId: compare("AuditEntry.requestId", auditEntries.requestId, "equals"),
    from: compare("AuditEntry.at", auditEntries.at, "at-least"),
    to: compare("AuditEntry.at", auditEntries.at, "at-most"),
  },
};
