/** Addresses that are told of alerts, and what each is still to be told. */
import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

import { deliveryStates, webhookStates } from "../../domain/alerts/webhook.ts";
import { classifications, roles, tiers } from "../../domain/vocabulary.ts";
import { creditCode, instant, oneOf } from "./columns.ts";

/** Each belongs to who registered it: it is told what its owner may see at the moment of each delivery. */
export const webhooks = pgTable(
  "webhooks",
  {
    id: uuid("id").primaryKey().defaultRandom(),
    name: text("name").notNull(),
    url: text("url").notNull(),
    /** New alerts alone, or every event of them. */
    raisedOnly: boolean("raised_only").notNull(),
    state: text("state").notNull().default("ACTIVE"),
    stateReason: text("state_reason"),
    subject: text("subject").notNull(),
    tier: text("tier").notNull(),
    areaCodes: text("area_codes").array().notNull(),
    role: text("role").notNull(),
    clearance: text("clearance").notNull(),
    /** Which secret of its own it signs with; the secret follows from it and the server's key, and is stored nowhere. */
    generation: integer("generation").notNull().default(1),
    /** Until then messages bear the signature of the secret before, too. */
    formerUntil: instant("former_until"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    oneOf("webhooks_state_check", t.state, webhookStates),
    oneOf("webhooks_tier_check", t.tier, tiers),
    oneOf("webhooks_role_check", t.role, roles),
    oneOf("webhooks_clearance_check", t.clearance, classifications),
    index("webhooks_subject_idx").on(t.subject),
  ],
);

/** What each webhook is still to be told, and what it could not be told. */
export const webhookDeliveries = pgTable(
  "webhook_deliveries",
  {
    creditCode: creditCode(),
    alertId: uuid("alert_id").notNull(),
    sequence: integer("sequence").notNull(),
    /** Id of the webhook. */
    target: text("target").notNull(),
    state: text("state").notNull().default("PENDING"),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at").notNull().defaultNow(),
    lastError: text("last_error"),
    settledAt: instant("settled_at"),
  },
  (t) => [
    primaryKey({
      name: "webhook_deliveries_pk",
      columns: [t.creditCode, t.alertId, t.sequence, t.target],
    }),
    oneOf("webhook_deliveries_state_check", t.state, deliveryStates),
    index("webhook_deliveries_due_idx")
      .on(t.target, t.nextAttemptAt)
      .where(sql`state = 'PENDING'`),
    index("webhook_deliveries_settled_idx").on(t.target, t.state, t.settledAt),
  ],
);
