/** Who may come in, and the record of what they did. */
import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";

import { auditCategories, auditOutcomes } from "../../domain/audit-event.ts";
import { proposalDecisions } from "../../domain/access/second-person.ts";
import { classifications, roles, tiers } from "../../domain/vocabulary.ts";
import { instant, oneOf } from "./columns.ts";

/** The server's own word on what a subject may see: a token's claims are intersected with it. */
export const assignments = pgTable(
  "assignments",
  {
    subject: text("subject").primaryKey(),
    tier: text("tier").notNull(),
    areaCodes: text("area_codes").array().notNull(),
    role: text("role").notNull(),
    clearance: text("clearance").notNull(),
    disabledAt: instant("disabled_at"),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (t) => [
    oneOf("assignments_tier_check", t.tier, tiers),
    oneOf("assignments_role_check", t.role, roles),
    oneOf("assignments_clearance_check", t.clearance, classifications),
  ],
);

/** What one person wishes to assign and another must confirm; at most one is open for a subject. */
export const assignmentProposals = pgTable(
  "assignment_proposals",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    subject: text("subject").notNull(),
    tier: text("tier").notNull(),
    areaCodes: text("area_codes").array().notNull(),
    role: text("role").notNull(),
    clearance: text("clearance").notNull(),
    reason: text("reason").notNull(),
    proposedBy: text("proposed_by").notNull(),
    proposedAt: instant("proposed_at").notNull().defaultNow(),
    /** Null while open. */
    decision: text("decision"),
    decidedBy: text("decided_by"),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    uniqueIndex("assignment_proposals_open_key")
      .on(t.subject)
      .where(sql`decision is null`),
    oneOf("assignment_proposals_tier_check", t.tier, tiers),
    oneOf("assignment_proposals_role_check", t.role, roles),
    oneOf("assignment_proposals_clearance_check", t.clearance, classifications),
    oneOf("assignment_proposals_decision_check", t.decision, proposalDecisions),
    check(
      "assignment_proposals_two_persons_check",
      sql`decision is distinct from 'CONFIRMED' or decided_by <> proposed_by`,
    ),
  ],
);

export const apiKeys = pgTable(
  "api_keys",
  {
    /** Shown part of the key, by which it is found; the secret part is stored as a hash alone. */
    prefix: text("prefix").primaryKey(),
    secretHash: text("secret_hash").notNull(),
    subject: text("subject").notNull(),
    label: text("label").notNull(),
    /** Purpose code that every request of the key carries; null for none. */
    purpose: text("purpose"),
    createdAt: instant("created_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [index("api_keys_subject_idx").on(t.subject)],
);

/** Tokens withdrawn before they expire, by their `jti`, or every token of a subject issued before a moment. */
export const revocations = pgTable(
  "revocations",
  {
    kind: text("kind").notNull(),
    value: text("value").notNull(),
    before: instant("before").notNull(),
    reason: text("reason").notNull(),
  },
  (t) => [
    primaryKey({ name: "revocations_pk", columns: [t.kind, t.value] }),
    oneOf("revocations_kind_check", t.kind, ["TOKEN", "SUBJECT"]),
  ],
);

/** Sight of another area's rows, for a reason and a time. */
export const accessGrants = pgTable(
  "access_grants",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    subject: text("subject").notNull(),
    areaCode: text("area_code").notNull(),
    reason: text("reason").notNull(),
    grantedBy: text("granted_by").notNull(),
    validFrom: instant("valid_from").notNull(),
    validTo: instant("valid_to").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [index("access_grants_subject_idx").on(t.subject)],
);

export const trustedDocuments = pgTable(
  "trusted_documents",
  {
    client: text("client").notNull(),
    hash: text("hash").notNull(),
    document: text("document").notNull(),
    addedAt: instant("added_at").notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: "trusted_documents_pk", columns: [t.client, t.hash] })],
);

/** Append-only by privilege; each row's digest covers the row before it. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    sequence: bigint("sequence", { mode: "bigint" }).primaryKey(),
    at: instant("at").notNull(),
    actor: text("actor").notNull(),
    onBehalfOf: text("on_behalf_of"),
    tier: text("tier"),
    purpose: text("purpose"),
    category: text("category").notNull(),
    action: text("action").notNull(),
    operationHash: text("operation_hash"),
    fields: text("fields").array(),
    rowCount: integer("row_count"),
    refusedFields: text("refused_fields").array(),
    /** Enterprises that the request named or the answer showed. */
    creditCodes: text("credit_codes").array(),
    policyVersion: text("policy_version"),
    requestId: text("request_id"),
    outcome: text("outcome").notNull(),
    details: jsonb("details"),
    previousDigest: text("previous_digest").notNull(),
    digest: text("digest").notNull(),
  },
  (t) => [
    index("audit_entries_at_idx").on(t.at),
    index("audit_entries_actor_idx").on(t.actor, t.sequence),
    index("audit_entries_action_idx").on(t.action, t.sequence),
    index("audit_entries_credit_codes_idx").using("gin", t.creditCodes),
    oneOf("audit_entries_category_check", t.category, auditCategories),
    oneOf("audit_entries_outcome_check", t.outcome, auditOutcomes),
  ],
);

/** What stands for entries whose time of keeping is over: which they were, and the digests the chain goes on with. */
export const auditTombstones = pgTable("audit_tombstones", {
  fromSequence: bigint("from_sequence", { mode: "bigint" }).primaryKey(),
  toSequence: bigint("to_sequence", { mode: "bigint" }).notNull(),
  previousDigest: text("previous_digest").notNull(),
  digest: text("digest").notNull(),
  prunedAt: instant("pruned_at").notNull(),
  signature: text("signature").notNull(),
});

export const auditHeads = pgTable("audit_heads", {
  sequence: bigint("sequence", { mode: "bigint" }).primaryKey(),
  digest: text("digest").notNull(),
  signature: text("signature").notNull(),
  signedAt: instant("signed_at")
    .notNull()
    .default(sql`now()`),
});
