/** Alerts to the specialists of a town, each step an event, and the follow-ups that came of them. */
import { sql } from "drizzle-orm";
import {
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";

import {
  alertHandlers,
  alertLevels,
  alertStates,
  followUpKinds,
  followUpOutcomes,
} from "../../domain/vocabulary.ts";
import { creditCode, instant, oneOf, scope, scopeIndexes } from "./columns.ts";

export const alerts = pgTable(
  "alerts",
  {
    creditCode: creditCode(),
    ...scope(),
    id: uuid("id").notNull().defaultRandom(),
    screeningId: text("screening_id").notNull(),
    occurrence: integer("occurrence").notNull(),
    state: text("state").notNull(),
    level: text("level").notNull(),
    headline: text("headline").notNull(),
    /** Null where the alert was raised before headlines had an English form. */
    headlineEn: text("headline_en"),
    figures: jsonb("figures").notNull(),
    assignee: text("assignee"),
    raisedAt: instant("raised_at").notNull().defaultNow(),
    dueOn: date("due_on", { mode: "string" }).notNull(),
    escalatedAt: instant("escalated_at"),
    closedAt: instant("closed_at"),
    closingReason: text("closing_reason"),
    /** Counts up with every event. */
    version: integer("version").notNull().default(1),
    /** Tier whose specialists it stands before: TOWN at first, ZONE or DISTRICT after it was handed on. */
    handler: text("handler").notNull().default("TOWN"),
    /** How often the enterprise matched again while this alert stood for it. */
    mergedCount: integer("merged_count").notNull().default(0),
  },
  (t) => [
    primaryKey({ name: "alerts_pk", columns: [t.creditCode, t.id] }),
    unique("alerts_once").on(t.creditCode, t.screeningId, t.occurrence),
    oneOf("alerts_state_check", t.state, alertStates),
    oneOf("alerts_level_check", t.level, alertLevels),
    oneOf("alerts_handler_check", t.handler, alertHandlers),
    index("alerts_screening_idx").on(t.screeningId, t.state),
    index("alerts_due_idx")
      .on(t.dueOn, t.creditCode)
      .where(sql`closed_at is null`),
    index("alerts_worklist_idx").on(t.townCode, t.state, t.dueOn, t.creditCode),
    ...scopeIndexes("alerts", t),
  ],
);

export const alertEvents = pgTable(
  "alert_events",
  {
    creditCode: creditCode(),
    ...scope(),
    alertId: uuid("alert_id").notNull(),
    sequence: integer("sequence").notNull(),
    fromState: text("from_state"),
    toState: text("to_state").notNull(),
    actor: text("actor").notNull(),
    reason: text("reason"),
    at: instant("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "alert_events_pk", columns: [t.creditCode, t.alertId, t.sequence] }),
    ...scopeIndexes("alert_events", t),
  ],
);

export const followUps = pgTable(
  "follow_ups",
  {
    creditCode: creditCode(),
    ...scope(),
    id: uuid("id").notNull().defaultRandom(),
    alertId: uuid("alert_id"),
    kind: text("kind").notNull(),
    outcome: text("outcome").notNull(),
    note: text("note"),
    actor: text("actor").notNull(),
    happenedOn: date("happened_on", { mode: "string" }).notNull(),
    recordedAt: instant("recorded_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: "follow_ups_pk", columns: [t.creditCode, t.id] }),
    oneOf("follow_ups_kind_check", t.kind, followUpKinds),
    oneOf("follow_ups_outcome_check", t.outcome, followUpOutcomes),
    ...scopeIndexes("follow_ups", t),
  ],
);

/** What is to be told to subscribers and webhooks: written with the alert, so that one visible alert is one notice. */
export const alertOutbox = pgTable(
  "alert_outbox",
  {
    creditCode: creditCode(),
    ...scope(),
    alertId: uuid("alert_id").notNull(),
    sequence: integer("sequence").notNull(),
    writtenAt: instant("written_at").notNull().defaultNow(),
    /** When the deliveries to webhooks were written; null before, and for ever where there is no webhook. */
    deliveredAt: instant("delivered_at"),
    attempts: integer("attempts").notNull().default(0),
  },
  (t) => [
    primaryKey({ name: "alert_outbox_pk", columns: [t.creditCode, t.alertId, t.sequence] }),
    index("alert_outbox_pending_idx").on(t.writtenAt),
    /** What no webhook has been told of. */
    index("alert_outbox_unsent_idx")
      .on(t.writtenAt)
      .where(sql`delivered_at is null`),
    ...scopeIndexes("alert_outbox", t),
  ],
);
